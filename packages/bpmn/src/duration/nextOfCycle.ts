import { addInterval } from './addInterval.ts';
import { looksLikeCron, nextCron } from './nextCron.ts';

/**
 * When a cycle is due after it was due at `lastDue` (both milliseconds since 1970): counted from then, so that a late
 * clock does not shift the rhythm; times that have passed by `now` are not made up for. Null when a cron expression
 * with a year names no more of them.
 *
 * @throws RangeError when a duration leads beyond all dates
 */
export function nextOfCycle(lastDue: number, interval: string, now: number): number | null {
  if (looksLikeCron(interval)) return nextOrNull(Math.max(lastDue, now), interval);
  const due = addInterval(lastDue, interval);
  return due > now ? due : addInterval(now, interval);
}

function nextOrNull(epochMs: number, source: string): number | null {
  try {
    return nextCron(epochMs, source);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
