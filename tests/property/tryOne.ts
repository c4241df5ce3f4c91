import { seeded } from '../../packages/engine/src/testing/index.ts';
import { checkReplay, checkRun } from './checkRun.ts';
import { randomModel, type RandomModel } from './randomModel.ts';
import { runModel } from './runModel.ts';

/** One random model and one random run of it. */
export interface Trial {
  readonly model: RandomModel;
  readonly commands: number;
  /** what was broken; null when all held */
  readonly broken: string | null;
}

/** Makes the model of a seed, runs it, and checks everything. Nothing is thrown for what is found. */
export async function tryOne(seed: number, depth = 5): Promise<Trial> {
  const random = seeded(seed);
  const model = randomModel(random, depth);
  try {
    const run = await runModel(model, random);
    checkRun(model, run);
    checkReplay(run);
    return { model, commands: run.commands.length, broken: null };
  } catch (error) {
    return { model, commands: 0, broken: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
