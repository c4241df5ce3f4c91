import { describe, expect, it } from 'vitest';
import { wilson } from './wilson.ts';

describe('wilson', () => {
  it.each([
    // Newcombe (1998), table I: Wilson's method without continuity correction
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (successes, n, low, high) => {
    const interval = wilson(successes, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('mirrors at one', () => {
    expect(wilson(20, 20)).toEqual({ low: 1 - (wilson(0, 20)?.high ?? 0), high: 1 });
  });

  it('gives none for nothing', () => {
    expect(wilson(0, 0)).toBeNull();
  });
});
