import { expect, it } from 'vitest';
import { batched } from './batched.ts';

/** A lookup whose answers are given by hand. */
function byHand() {
  const asked: {
    keys: readonly string[];
    answer: (values: Record<string, number>) => void;
    fail: (e: Error) => void;
  }[] = [];
  const find = batched<number>(
    (keys) =>
      new Promise((resolve, reject) => {
        asked.push({ keys, answer: (values) => resolve(new Map(Object.entries(values))), fail: reject });
      }),
  );
  return { asked, find };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('asks for a lone key at once, and together for those that come meanwhile, each once', async () => {
  const { asked, find } = byHand();
  const answers = ['a', 'b', 'c', 'd', 'c'].map(find);
  expect(asked.map(({ keys }) => keys)).toEqual([['a']]);
  asked[0]?.answer({ a: 1 });
  await turn();
  expect(asked.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c', 'd']]);
  asked[1]?.answer({ b: 2, d: 4 });
  expect(await Promise.all(answers)).toEqual([1, 2, null, 4, null]);
});

it('asks again for a key that is being looked up already: it may have changed', async () => {
  const { asked, find } = byHand();
  const first = find('a');
  const second = find('a');
  asked[0]?.answer({ a: 1 });
  await turn();
  asked[1]?.answer({ a: 2 });
  expect([await first, await second]).toEqual([1, 2]);
});

it('tells those who waited for what failed, and goes on', async () => {
  const { asked, find } = byHand();
  const [a, b, c] = ['a', 'b', 'c'].map(find);
  asked[0]?.fail(new Error('the database is away'));
  await expect(a).rejects.toThrow('away');
  await turn();
  asked[1]?.answer({ c: 3 });
  expect([await b, await c]).toEqual([null, 3]);
});
