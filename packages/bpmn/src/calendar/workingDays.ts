import type { Hours, WorkCalendar } from './WorkCalendar.ts';
import { type ZonedClock, zonedClock } from './ZonedClock.ts';

const DAY = 86_400_000;

/** A calendar made ready to be asked. Days are local ones, numbered from 1970-01-01. */
export interface WorkingDays {
  readonly clock: ZonedClock;
  /** the instants between which people work on a day, in order; empty on a day off */
  spans(day: number): readonly (readonly [from: number, to: number])[];
  isWorked(day: number): boolean;
}

const made = new WeakMap<WorkCalendar, WorkingDays>();

/** @throws RangeError when the calendar's time zone is none */
export function workingDays(calendar: WorkCalendar): WorkingDays {
  let days = made.get(calendar);
  if (!days) made.set(calendar, (days = make(calendar)));
  return days;
}

function make({ timeZone, week, holidays, workdays }: WorkCalendar): WorkingDays {
  const clock = zonedClock(timeZone);
  const off = new Set(holidays.map(dayOf));
  const on = new Set(workdays.map(dayOf));
  const usual = week.find((hours) => hours.length > 0) ?? [];
  const hoursOf = (day: number): readonly Hours[] => {
    if (off.has(day)) return [];
    // 1970-01-01 was a Thursday
    return on.has(day) ? usual : (week[(((day + 3) % 7) + 7) % 7] ?? []);
  };
  return {
    clock,
    isWorked: (day) => hoursOf(day).length > 0,
    spans: (day) =>
      hoursOf(day)
        .map(([from, to]) => [clock.instant(day, timeOf(from)), clock.instant(day, timeOf(to))] as const)
        .filter(([from, to]) => from < to),
  };
}

/** "YYYY-MM-DD" as days since 1970-01-01. */
export function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** "HH:MM" as milliseconds since midnight. */
export function timeOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000;
}
