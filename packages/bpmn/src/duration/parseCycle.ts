import { looksLikeCron } from './nextCron.ts';

/** A cycle in its parts. */
export interface Cycle {
  /** how often it is due; null without end */
  readonly count: number | null;
  /** ISO 8601 date of the first time; null: one interval from now */
  readonly start: string | null;
  /** what `addInterval` counts on by: an ISO 8601 duration or a cron expression */
  readonly interval: string;
}

/**
 * Reads `R[n]/duration` and `R[n]/start/duration` (ISO 8601, 4.5), a cron expression, and `R[n]/cron`, which is a cron
 * expression that is due n times. Null for anything else. Whether start and interval hold is seen when they are used.
 */
export function parseCycle(source: string): Cycle | null {
  const text = source.trim();
  const [, digits, rest = ''] = /^R(\d{0,9})\/(.+)$/s.exec(text) ?? [];
  if (digits === undefined) return looksLikeCron(text) ? { count: null, start: null, interval: text } : null;
  const count = digits === '' ? null : Number(digits);
  if (count === 0) return null;
  if (looksLikeCron(rest)) return { count, start: null, interval: rest };
  const parts = rest.split('/');
  const interval = parts.pop() ?? '';
  return interval.startsWith('P') && parts.length < 2 ? { count, start: parts[0] ?? null, interval } : null;
}
