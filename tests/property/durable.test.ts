import { seeded } from '../../packages/engine/src/testing/index.ts';
import { eachDatabase } from '../../packages/store/src/testing/index.ts';
import { expect, test } from 'vitest';
import { randomModel } from './randomModel.ts';
import { runDurable } from './runDurable.ts';
import { runModel } from './runModel.ts';

const RUNS = 20;

eachDatabase('random models through the runtime', (open) => {
  test(`${RUNS} of them end as they do on the pure executor`, async () => {
    const store = await open();
    let commands = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      const random = seeded(seed);
      const model = randomModel(random, 3, { alone: true });
      const pure = await runModel(model, random, { answers: 'complete' });
      commands += pure.commands.length;
      try {
        await runDurable(store, model, pure);
      } catch (error) {
        throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
    expect(commands).toBeGreaterThan(RUNS);
  }, 180_000);
});
