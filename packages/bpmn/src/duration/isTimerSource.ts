import type { TimerDefinition } from '../ProcessGraph.ts';
import { addInterval } from './addInterval.ts';
import { parseCycle } from './parseCycle.ts';
import { parseDuration } from './parseDuration.ts';
import { parseInstant } from './parseInstant.ts';

/** True for a FEEL expression ("=…"), for an ISO 8601 date, duration or repetition (R3/P1D), and for a cron expression. */
export function isTimerSource(timer: TimerDefinition): boolean {
  const source = timer.source.trim();
  if (source.startsWith('=')) return source.length > 1;
  if (timer.type === 'date') return parseInstant(source) !== null;
  if (timer.type === 'duration') return parseDuration(source)?.negative === false;
  return isCycle(source);
}

/** A cycle that executor and runtime can count on from a start; a duration that leads back never comes on. */
function isCycle(source: string): boolean {
  const cycle = parseCycle(source);
  if (!cycle || (cycle.start !== null && parseInstant(cycle.start) === null)) return false;
  try {
    addInterval(0, cycle.interval);
    return true;
  } catch {
    return false;
  }
}
