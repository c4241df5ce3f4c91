import type { ProcessTree } from './Block.ts';
import { checkRun } from './checkRun.ts';
import { smallerTrees } from './smaller.ts';

/** Runs tried with each smaller tree, and trees tried in all. */
const RUNS = 12;
const TREES = 3_000;

export interface Shrunk {
  readonly tree: ProcessTree;
  /** of the run that fails */
  readonly seed: number;
  readonly wrong: readonly string[];
}

/** Takes parts out of a tree whose run fails as long as some run of it still fails in the same way. */
export function shrink(tree: ProcessTree, seed: number, wrong: readonly string[]): Shrunk {
  let found: Shrunk = { tree, seed, wrong };
  let tried = 0;
  for (let next: Shrunk | null = found; next; next = smallerThan(found)) found = next;
  return found;

  function smallerThan({ tree: from, wrong: before }: Shrunk): Shrunk | null {
    for (const smaller of smallerTrees(from)) {
      tried += 1;
      if (tried > TREES) return null;
      for (let run = 0; run < RUNS; run++) {
        const checked = checkRun(smaller, seed + run);
        if (kindOf(checked.wrong) === kindOf(before)) return { tree: smaller, seed: seed + run, wrong: checked.wrong };
      }
    }
    return null;
  }
}

/** A failure without its figures and names: what stays the same when a model shrinks. */
export function kindOf([first]: readonly string[]): string | null {
  return first?.replaceAll(/[a-d]?n?\d+(,\d+)*/g, '#') ?? null;
}
