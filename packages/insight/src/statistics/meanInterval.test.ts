import { describe, expect, it } from 'vitest';
import { meanInterval } from './meanInterval.ts';
import { tQuantile } from './tQuantile.ts';

describe('tQuantile', () => {
  it.each([
    // printed tables of Student's t
    [9, 2.262],
    [15, 2.131],
    [30, 2.042],
    [120, 1.98],
  ])('with %i degrees of freedom', (df, t) => {
    expect(tQuantile(df)).toBeCloseTo(t, 3);
  });
});

describe('meanInterval', () => {
  it('is the mean and t standard errors to both sides', () => {
    const interval = meanInterval(100, 15, 25);
    expect(interval?.low).toBeCloseTo(100 - 2.0639 * 3, 2);
    expect(interval?.high).toBeCloseTo(100 + 2.0639 * 3, 2);
  });

  it('gives none for few values', () => {
    expect(meanInterval(100, 15, 9)).toBeNull();
  });
});
