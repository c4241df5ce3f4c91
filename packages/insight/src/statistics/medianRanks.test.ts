import { query, type Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeAll, expect, it } from 'vitest';
import { FEWEST_FOR_MEDIAN, medianRanksSql } from './medianRanks.ts';

eachDatabase('medianRanks', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  it('covers the median with 95 % or more, by the exact binomial, and wastes little', async () => {
    const { low, high } = medianRanksSql('n');
    const rows = await query<{ n: number; low: number; high: number }>(
      store.em(),
      `select n, ${low} as low, ${high} as high from generate_series(${FEWEST_FOR_MEDIAN}, 400) as n`,
    );
    expect(rows).toHaveLength(395);
    for (const { n, low: from, high: to } of rows) {
      expect(coverage(n, from, to), `n = ${n}`).toBeGreaterThanOrEqual(0.95);
      // two ranks further in on each side would not do
      expect(coverage(n, from + 2, to - 2), `n = ${n}`).toBeLessThan(0.95);
    }
  });
});

/** P(the `from`-th smallest ≤ median ≤ the `to`-th smallest) of n values. */
function coverage(n: number, from: number, to: number): number {
  let log = -n * Math.LN2;
  let sum = 0;
  for (let k = 0; k <= n; k += 1) {
    if (k >= from && k < to) sum += Math.exp(log);
    log += Math.log((n - k) / (k + 1));
  }
  return sum;
}
