import type { TimerDefinition } from '../ProcessGraph.ts';
import { addInterval, isInstant } from './addDuration.ts';
import { parseDuration } from './parseDuration.ts';

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** True for a FEEL expression ("=…") and for an ISO 8601 date, duration or repetition (R3/P1D). */
export function isTimerSource(timer: TimerDefinition): boolean {
  const source = timer.source.trim();
  if (source.startsWith('=')) return source.length > 1;
  if (timer.type === 'date') return isDate(source);
  if (timer.type === 'duration') return parseDuration(source)?.negative === false;
  return isRepetition(source);
}

function isCycle(interval: string): boolean {
  try {
    addInterval(0, interval);
    return true;
  } catch {
    return false;
  }
}

function isDate(source: string): boolean {
  return DATE.test(source) && isInstant(Date.parse(source));
}

/** R[n]/duration or R[n]/start/duration (ISO 8601, 4.5): the forms that executor and runtime can count on from a start. */
function isRepetition(source: string): boolean {
  const [head = '', ...rest] = source.split('/');
  const interval = rest.pop();
  if (!/^R(?!0+$)\d{0,9}$/.test(head) || interval === undefined || rest.length > 1) return false;
  return parseDuration(interval)?.negative === false && isCycle(interval) && rest.every(isDate);
}
