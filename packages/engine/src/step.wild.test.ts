import { expect, test } from 'vitest';
import { wildRun } from './testing/wildRun.ts';

const RUNS = 300;

test(`${RUNS} wild processes under random commands: nothing is thrown but refusals, and nothing is left behind`, () => {
  for (let seed = 1; seed <= RUNS; seed++) expect(wildRun(seed), `seed ${seed}`).toEqual([]);
});
