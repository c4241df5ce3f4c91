import { Z } from './Interval.ts';

/**
 * 97.5 % point of Student's t for `df` degrees of freedom, by the Cornish–Fisher expansion (Abramowitz & Stegun
 * 26.7.5): right to 0.001 from 7 degrees on, and not meant for fewer.
 */
export function tQuantile(df: number): number {
  const z = Z;
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160;
  return z + g1 / df + g2 / df ** 2 + g3 / df ** 3 + g4 / df ** 4;
}
