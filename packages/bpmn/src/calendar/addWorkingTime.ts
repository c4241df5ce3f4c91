import { addDuration, isInstant } from '../duration/addDuration.ts';
import { parseDuration } from '../duration/parseDuration.ts';
import type { WorkCalendar } from './WorkCalendar.ts';
import { type WorkingDays, workingDays } from './workingDays.ts';

const DAY = 86_400_000;
/** A calendar without a working day in so many has none. */
const LONGEST_PAUSE_DAYS = 3_660;
/** Days that are looked at for one duration: a century. */
const MOST_DAYS = 36_525;

/**
 * The instant at which an ISO 8601 duration of working time is over (both epoch milliseconds).
 *
 * Hours, minutes and seconds are time in which people work. Days are working days: the same time of day, so many worked
 * days later. Weeks, months and years are the calendar's, as `addDuration` counts them. They are added in the order
 * years to weeks, days, time. What begins or, after days, ends outside working hours goes on when work next begins; the
 * end of a working day still belongs to it. When clocks change, working time is the time that has really passed.
 *
 * @throws RangeError when it is not a duration or leads back, when the calendar has no working time, or when the result
 *   lies beyond what a date can hold
 */
export function addWorkingTime(from: number, iso: string, calendar: WorkCalendar): number {
  const duration = parseDuration(iso);
  if (!duration || duration.negative) throw new RangeError(`"${iso}" is not an ISO 8601 duration that leads forward`);
  const days = workingDays(calendar);
  const { years, months, weeks, hours, minutes, seconds } = duration;
  const whole = years + months + weeks > 0 ? addLocal(days, from, `P${years}Y${months}M${weeks}W`) : from;
  let at = atWork(days, whole);
  if (duration.days > 0) at = addWorkedDays(days, at, duration.days);
  const time = Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
  const end = time > 0 ? addTime(days, at, time) : at;
  if (!isInstant(end)) throw new RangeError(`"${iso}" leads beyond all dates`);
  return end;
}

/** The same local time, so much later. */
function addLocal({ clock }: WorkingDays, from: number, iso: string): number {
  const { day, ms } = clock.local(from);
  const later = addDuration(day * DAY + ms, iso);
  return clock.instant(Math.floor(later / DAY), ((later % DAY) + DAY) % DAY);
}

/** The instant itself when people work then, or have just ceased to; else when they next begin. */
function atWork(days: WorkingDays, from: number): number {
  const today = days.clock.local(from).day;
  for (let day = today; day <= today + LONGEST_PAUSE_DAYS; day++) {
    for (const [start, end] of days.spans(day)) if (from <= end) return Math.max(from, start);
  }
  throw noWork();
}

function addWorkedDays(days: WorkingDays, from: number, count: number): number {
  const { day: first, ms } = days.clock.local(from);
  let day = first;
  for (let left = count, pause = 0; left > 0;) {
    day++;
    if (days.isWorked(day)) {
      left--;
      pause = 0;
    } else if (++pause > LONGEST_PAUSE_DAYS) throw noWork();
    if (day - first > MOST_DAYS) throw tooLong();
  }
  return atWork(days, days.clock.instant(day, ms));
}

function addTime(days: WorkingDays, from: number, time: number): number {
  const first = days.clock.local(from).day;
  let left = time;
  for (let day = first, pause = 0; day - first <= MOST_DAYS; day++) {
    pause++;
    for (const [start, end] of days.spans(day)) {
      const begin = Math.max(from, start);
      if (begin >= end) continue;
      if (left <= end - begin) return begin + left;
      left -= end - begin;
      pause = 0;
    }
    if (pause > LONGEST_PAUSE_DAYS) throw noWork();
  }
  throw tooLong();
}

function noWork(): RangeError {
  return new RangeError('The calendar has no working time to count in.');
}

function tooLong(): RangeError {
  return new RangeError('So much working time leads beyond a century.');
}
