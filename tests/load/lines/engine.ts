import { automaticModels, type ModelName } from '../engines/automaticModels.ts';
import { startEngine, type EngineName } from '../engines/startEngine.ts';
import type { Line } from '../Line.ts';
import { median } from '../median.ts';
import { printLines } from '../printLines.ts';

const GOAL_PER_SECOND = 1_000_000;
const ENGINES: readonly EngineName[] = ['dealwright', 'bpmn-engine', 'bpmn-server'];
const MODELS: readonly ModelName[] = ['chain', 'fork'];
const ROUNDS = 7;
const ROUND_MS = 300;

type Rates = Readonly<Record<EngineName, Readonly<Record<ModelName, number>>>>;

/**
 * The pure executor, with its history events, on ten automatic tasks in a row and on ten between a fork and its join:
 * elements a second of processor time against the absolute goal, and against two npm packages that run the same models
 * in memory. An element is a flow node that an instance passes, counted once, also the join that ten tokens come to.
 */
export async function measureEngine(): Promise<Line[]> {
  const rates = await measureRates();
  return MODELS.flatMap((model) => {
    const value = rates.dealwright[model];
    const limits = [
      [`engine-${model}`, GOAL_PER_SECOND],
      [`engine-${model}-to-bpmn-engine`, rates['bpmn-engine'][model]],
      [`engine-${model}-to-bpmn-server`, rates['bpmn-server'][model]],
    ] as const;
    return limits.map(([name, limit]): Line => {
      const ratio = value / limit;
      return { name, value, unit: 'elements/CPU s', limit, ratio, goal: 1, holds: ratio >= 1 };
    });
  });
}

/** Elements a second of processor time: the engines take turns, one round each, and the median of an engine's rounds counts. */
async function measureRates(): Promise<Rates> {
  const engines = await Promise.all(ENGINES.map(async (name) => ({ name, ...(await startEngine(name)) })));
  const rounds = new Map<string, number[]>();
  try {
    // the first round warms up
    for (let round = 0; round <= ROUNDS; round++) {
      for (const engine of engines) {
        for (const model of MODELS) {
          const perSecond = (await engine.measure({ model, milliseconds: ROUND_MS })) * automaticModels[model].elements;
          const before = rounds.get(`${engine.name} ${model}`) ?? [];
          rounds.set(`${engine.name} ${model}`, round === 0 ? [] : [...before, perSecond]);
        }
      }
    }
  } finally {
    for (const engine of engines) engine.stop();
  }
  const of = (name: EngineName): Record<ModelName, number> => ({
    chain: median(rounds.get(`${name} chain`) ?? []),
    fork: median(rounds.get(`${name} fork`) ?? []),
  });
  return { dealwright: of('dealwright'), 'bpmn-engine': of('bpmn-engine'), 'bpmn-server': of('bpmn-server') };
}

if (import.meta.main) printLines(await measureEngine());
