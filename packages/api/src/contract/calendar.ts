import { ALWAYS, areHours, isTimeZone } from '@dealwright/bpmn/calendar';
import { z } from 'zod';

// calendar.list (query; manager, admin) → Calendar[] · calendar.save (mutation; admin; new or changed) → void
// calendar.remove (mutation; admin; refused while a version counts by it) → void

/** When people work: what due dates and timers of drawings that name it are counted by. */
export interface Calendar {
  /** by which drawings name it */
  readonly id: string;
  readonly name: string;
  /** IANA, e.g. "Asia/Shanghai" */
  readonly timeZone: string;
  /** Monday first, each day's hours as ["09:00", "18:00"] */
  readonly week: readonly (readonly (readonly [string, string])[])[];
  /** days off, "YYYY-MM-DD", and days that are worked to make up for them */
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
  readonly updatedAt: string;
}

/** What drawings may name a calendar by. */
export const CALENDAR_ID = /^[a-z][a-z0-9_-]{0,39}$/;

const hours = z
  .array(z.tuple([z.string(), z.string()]))
  .max(12)
  .refine((spans) => areHours(spans));
/** some decades of holidays */
const days = z.array(z.iso.date()).max(2_000);

const calendarId = z.string().regex(CALENDAR_ID);
export const saveCalendarInput = z.object({
  id: calendarId.refine((id) => id !== ALWAYS),
  name: z.string().trim().min(1).max(100),
  timeZone: z.string().max(60).refine(isTimeZone),
  week: z
    .array(hours)
    .length(7)
    .refine((week) => week.some((spans) => spans.length > 0)),
  holidays: days,
  workdays: days,
});
export const calendarIdInput = z.object({ id: calendarId });
