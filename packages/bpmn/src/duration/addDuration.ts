import { parseDuration } from './parseDuration.ts';

/** Years 1 to 9999: what ISO 8601 writes with four digits, and every database keeps. */
const FIRST_MS = -62_135_596_800_000;
const LAST_MS = 253_402_300_799_999;

/**
 * Adds an ISO 8601 duration to an instant (milliseconds since 1970, UTC). Years and months follow the calendar:
 * 31 January plus P1M is the last day of February (XML Schema 1.0, appendix E).
 *
 * @throws RangeError when `iso` is not a duration or the result lies beyond what a date can hold
 */
export function addDuration(epochMs: number, iso: string): number {
  const duration = parseDuration(iso);
  if (!duration) throw new RangeError(`"${iso}" is not an ISO 8601 duration`);
  const sign = duration.negative ? -1 : 1;
  const date = new Date(epochMs);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + sign * (duration.years * 12 + duration.months));
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  const seconds = ((duration.weeks * 7 + duration.days) * 24 + duration.hours) * 3600 + duration.minutes * 60;
  const result = date.getTime() + sign * Math.round((seconds + duration.seconds) * 1000);
  if (!isInstant(result)) throw new RangeError(`"${iso}" leads beyond all dates`);
  return result;
}

/** Length in milliseconds, counted from an instant because months and years differ in length. */
export function durationMs(iso: string, fromEpochMs: number): number {
  return addDuration(fromEpochMs, iso) - fromEpochMs;
}

/** Whether a date of a timer can be kept: epoch milliseconds within the years 1 to 9999. */
export function isInstant(epochMs: number): boolean {
  return epochMs >= FIRST_MS && epochMs <= LAST_MS;
}
