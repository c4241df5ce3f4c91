import { expect, test } from 'vitest';
import { tryOne } from './tryOne.ts';

const RUNS = 200;

test(`${RUNS} random models run to their end with no token lost or doubled`, async () => {
  let commands = 0;
  for (let seed = 1; seed <= RUNS; seed++) {
    const trial = await tryOne(seed);
    expect(trial.broken, `seed ${seed}`).toBeNull();
    commands += trial.commands;
  }
  expect(commands).toBeGreaterThan(RUNS);
}, 120_000);
