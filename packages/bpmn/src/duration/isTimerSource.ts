import type { TimerDefinition } from '../ProcessGraph.ts';
import { parseDuration } from './parseDuration.ts';

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const CRON_FIELD = /^[\d*,/\-?LW#A-Z]{1,60}$/i;

/** True for a FEEL expression ("=…") and for an ISO 8601 date, duration, repetition (R3/P1D) or a cron line. */
export function isTimerSource(timer: TimerDefinition): boolean {
  const source = timer.source.trim();
  if (source.startsWith('=')) return source.length > 1;
  if (timer.type === 'date') return isDate(source);
  if (timer.type === 'duration') return parseDuration(source)?.negative === false;
  return isRepetition(source) || isCron(source);
}

function isDate(source: string): boolean {
  return DATE.test(source) && !Number.isNaN(Date.parse(source));
}

/** R[n]/duration, R[n]/start/duration, R[n]/duration/end (ISO 8601, 4.5). */
function isRepetition(source: string): boolean {
  const [head = '', ...rest] = source.split('/');
  if (!/^R\d{0,9}$/.test(head) || rest.length === 0 || rest.length > 2) return false;
  return (
    rest.some((part) => parseDuration(part)?.negative === false) &&
    rest.every((part) => parseDuration(part) !== null || isDate(part))
  );
}

function isCron(source: string): boolean {
  const fields = source.split(/\s+/);
  return (fields.length === 5 || fields.length === 6) && fields.every((field) => CRON_FIELD.test(field));
}
