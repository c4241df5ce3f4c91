/** Six values are the fewest whose smallest and largest bound the median with 95 % confidence: 2 · 0.5⁶ = 3.1 %. */
export const FEWEST_FOR_MEDIAN = 6;

/**
 * SQL for which values, in order of size and counted from 1, bound the median with at least 95 % confidence; `n` is an
 * SQL expression. The number of values below the median is binomial whatever the distribution, so the ranks are
 * n/2 ∓ 0.98 √n, rounded outwards (Conover, Practical Nonparametric Statistics, section 3.2).
 */
export function medianRanksSql(n: string): { readonly low: string; readonly high: string } {
  const low = `greatest(1, floor((${n} - 1.96 * sqrt(${n})) / 2))`;
  return { low, high: `(${n} + 1 - ${low})` };
}
