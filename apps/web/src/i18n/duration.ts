import { t } from './language.ts';
import { durationTexts as texts } from './texts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;

/** A length of time in its largest fitting unit: 5 min, 3 h, 12 d, 4 y. Takes milliseconds. */
export function formatDuration(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  if (length < HOUR) return t(texts.minutes, { count: Math.max(1, Math.round(length / MINUTE)) });
  if (length < 2 * DAY) return t(texts.hours, { count: Math.round(length / HOUR) });
  if (length < 2 * YEAR) return t(texts.days, { count: Math.round(length / DAY) });
  return t(texts.years, { count: Math.round(length / YEAR) });
}

/** How long something has stood: "12 d" since the instant. */
export function formatAge(since: string, now: number = Date.now()): string {
  return formatDuration(now - Date.parse(since));
}

/** "3 d overdue", "due in 5 h". */
export function formatDue(dueAt: string, now: number = Date.now()): string {
  const left = Date.parse(dueAt) - now;
  const time = formatDuration(left);
  return left < 0 ? t(texts.overdue, { time }) : t(texts.dueIn, { time });
}

export type DueTone = 'overdue' | 'today' | 'later' | 'none';

/** Which colour a due date deserves: past, within the reader's today, later, or no date at all. */
export function dueTone(dueAt: string | null, now: number = Date.now()): DueTone {
  if (dueAt === null) return 'none';
  const due = new Date(dueAt);
  if (due.getTime() < now) return 'overdue';
  return due.toDateString() === new Date(now).toDateString() ? 'today' : 'later';
}
