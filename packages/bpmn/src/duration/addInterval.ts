import { addDuration } from './addDuration.ts';
import { looksLikeCron, nextCron } from './nextCron.ts';

/** A cycle that fires faster would do nothing else. */
const SHORTEST_CYCLE_MS = 1000;

/**
 * The instant at which a cycle is due next after another (milliseconds since 1970): one ISO 8601 duration later, or the
 * next that a cron expression names. Counted from the instant that was due, not from the one at which it was noticed,
 * it never drifts.
 *
 * @throws RangeError as `addDuration` and `nextCron` do, and for a duration of less than a second: of nothing, it would
 *   be due again at once, for ever
 */
export function addInterval(epochMs: number, interval: string): number {
  if (looksLikeCron(interval)) return nextCron(epochMs, interval);
  const next = addDuration(epochMs, interval);
  if (next - epochMs < SHORTEST_CYCLE_MS) throw new RangeError(`"${interval}" is too short for a cycle`);
  return next;
}
