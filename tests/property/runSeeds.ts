import { checkRun, drawTree, randomTree } from '../../packages/engine/src/testing/random/index.ts';
import { seeded } from '../../packages/engine/src/testing/seeded.ts';

export interface Totals {
  readonly models: number;
  /** elements drawn */
  readonly elements: number;
  readonly commands: number;
  /** elements entered */
  readonly entered: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly seed: number;
  /** what was wrong, in words */
  readonly wrong: readonly string[];
}

export const NOTHING: Totals = { models: 0, elements: 0, commands: 0, entered: 0, failures: [] };

/** Runs the model of a seed. */
export function runSeed(seed: number): Totals {
  const tree = randomTree(seeded(seed));
  const { main, called } = drawTree(tree);
  const elements = [main, ...called].reduce((sum, { nodes }) => sum + Object.keys(nodes).length, 0);
  const { wrong, commands, entered } = checkRun(tree, seed);
  return { models: 1, elements, commands, entered, failures: wrong.length > 0 ? [{ seed, wrong }] : [] };
}

export function plus(a: Totals, b: Totals): Totals {
  return {
    models: a.models + b.models,
    elements: a.elements + b.elements,
    commands: a.commands + b.commands,
    entered: a.entered + b.entered,
    failures: [...a.failures, ...b.failures],
  };
}
