import type { Hours } from './WorkCalendar.ts';
import { timeOf } from './workingDays.ts';

const SPAN = /^(\d{1,2}):(\d{2})\s*[-–~至]\s*(\d{1,2}):(\d{2})$/;
const DAY = 86_400_000;

/** Reads a day's hours, "09:00-12:00, 13:30-18:00"; an empty text is a day off. Null when it is neither. */
export function parseHours(text: string): readonly Hours[] | null {
  const spans: Hours[] = [];
  for (const part of text.split(/[,，;；、]/).map((one) => one.trim())) {
    if (part === '') continue;
    const [, fromHour, fromMinute, toHour, toMinute] = SPAN.exec(part) ?? [];
    if (fromHour === undefined) return null;
    spans.push([`${fromHour.padStart(2, '0')}:${fromMinute}`, `${toHour?.padStart(2, '0')}:${toMinute}`]);
  }
  return areHours(spans) ? spans : null;
}

/** Whether they are times of one day, in order, without overlap. */
export function areHours(spans: readonly Hours[]): boolean {
  let end = -1;
  for (const [from, to] of spans) {
    if (!isTime(from) || !isTime(to) || timeOf(from) >= timeOf(to) || timeOf(from) < end) return false;
    end = timeOf(to);
  }
  return true;
}

export function writeHours(spans: readonly Hours[]): string {
  return spans.map(([from, to]) => `${from}-${to}`).join(', ');
}

function isTime(time: string): boolean {
  return /^\d{2}:[0-5]\d$/.test(time) && timeOf(time) <= DAY;
}
