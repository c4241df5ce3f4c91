import type { Line } from './Line.ts';
import { median } from './median.ts';

/**
 * A rate, in the rounds of a run beside the limit's in the same rounds: at least `goal` of it. The ratio is the median
 * of the rounds' own, in which what disturbs one disturbs the other too.
 */
export function rateLine(name: string, ours: readonly number[], limits: readonly number[], goal: number): Line {
  const ratio = median(ours.map((rate, round) => rate / (limits[round] ?? Number.NaN)));
  return { name, value: median(ours), unit: 'a second', limit: median(limits), ratio, goal, holds: ratio >= goal };
}

/** A time or a size that is to be below a limit, or at most so many times (`goal`) what it is in the easy case. */
export function mostLine(name: string, value: number, unit: string, limit: number, goal = 1): Line {
  const ratio = value / limit;
  return { name, value, unit, limit, ratio, goal, holds: ratio <= goal };
}

/** A time that is to be below a limit, not at it. */
export function belowLine(name: string, value: number, unit: string, limit: number): Line {
  return { ...mostLine(name, value, unit, limit), holds: value < limit };
}
