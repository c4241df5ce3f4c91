import { expect, test } from 'vitest';
import { checkRun } from './testing/random/checkRun.ts';
import { randomTree } from './testing/random/randomTree.ts';
import { shrink } from './testing/random/shrink.ts';
import { seeded } from './testing/seeded.ts';

const RUNS = 200;

test(`${RUNS} random processes with random runs: no token is lost, doubled or left behind, and every one ends`, () => {
  for (let seed = 1; seed <= RUNS; seed++) {
    const tree = randomTree(seeded(seed));
    const { wrong } = checkRun(tree, seed);
    expect(wrong.length === 0 ? null : shrink(tree, seed, wrong), `seed ${seed}`).toBeNull();
  }
});
