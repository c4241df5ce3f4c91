import type { Interval } from './Interval.ts';
import { tQuantile } from './tQuantile.ts';

/** Below this many values a mean's interval would rest on an assumption, not on data: values here are rarely normal. */
export const FEWEST_FOR_MEAN = 10;

/** Student's interval of a mean from its sample standard deviation; null for fewer than `FEWEST_FOR_MEAN` values. */
export function meanInterval(mean: number, deviation: number, n: number): Interval | null {
  if (n < FEWEST_FOR_MEAN) return null;
  const half = (tQuantile(n - 1) * deviation) / Math.sqrt(n);
  return { low: mean - half, high: mean + half };
}
