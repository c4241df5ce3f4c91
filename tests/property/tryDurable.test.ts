import { expect, test } from 'vitest';
import { eachDatabase } from '../../packages/store/src/testing/index.ts';
import { tryDurable } from './tryDurable.ts';

const MODELS = 20;

eachDatabase('random models through the runtime', (open) => {
  test(`${MODELS} of them, with calls, machines, messages and timers, end as they do purely`, async () => {
    const store = await open();
    for (let seed = 1; seed <= MODELS; seed++) expect(await tryDurable(store, seed), `seed ${seed}`).toEqual([]);
  }, 180_000);
});
