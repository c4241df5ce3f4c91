import { type Interval, Z } from './Interval.ts';

/**
 * Wilson's score interval (1927) of a share: `successes` out of `n`, both counts; bounds between 0 and 1. Null when n
 * is 0. It holds for small n and for shares near 0 and 1, where the textbook ± does not: 5 of 5 is 57 to 100 %.
 */
export function wilson(successes: number, n: number): Interval | null {
  if (n <= 0) return null;
  const share = successes / n;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  // at 0 and n the bound is exactly 0 or 1; rounding must not push it past
  return { low: successes === 0 ? 0 : middle - half, high: successes === n ? 1 : middle + half };
}
