import { CALENDAR_ID, type Calendar } from '@dealwright/api/contract';
import { ALWAYS, parseDays, parseHours, writeDays, writeHours, isTimeZone } from '@dealwright/bpmn/calendar';
import type { Text } from '../../i18n/index.ts';
import { calendarTexts as texts } from './calendarTexts.ts';

/** What is typed into the form. */
export interface CalendarFields {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  /** Monday first, as "09:00-12:00, 13:30-18:00" */
  readonly week: readonly string[];
  /** see `parseDays` */
  readonly days: string;
}

/** What is wrong with a field, in words that may have parameters. */
export interface CalendarFault {
  readonly field: 'id' | 'timeZone' | 'days' | number;
  readonly text: Text;
  readonly parameters: Readonly<Record<string, string | number>>;
}

export type CalendarInput = Omit<Calendar, 'updatedAt'>;

/** The fields of a calendar, or of a new one: office hours in the reader's own time zone. */
export function fieldsOf(calendar: Calendar | null, ownZone: string): CalendarFields {
  if (!calendar) {
    const office = '09:00-18:00';
    return { id: '', name: '', timeZone: ownZone, week: [office, office, office, office, office, '', ''], days: '' };
  }
  const { id, name, timeZone, week } = calendar;
  return { id, name, timeZone, week: week.map((spans) => writeHours(spans)), days: writeDays(calendar) };
}

/** The calendar that the fields say, or the first fault in them. */
export function readFields(fields: CalendarFields): CalendarInput | CalendarFault {
  const { id, name, timeZone } = fields;
  if (!CALENDAR_ID.test(id)) return fault('id', texts.idHint);
  if (id === ALWAYS) return fault('id', texts.idReserved);
  if (!isTimeZone(timeZone)) return fault('timeZone', texts.zoneWrong);
  const week = fields.week.map(parseHours);
  const wrongDay = week.indexOf(null);
  if (wrongDay >= 0) return fault(wrongDay, texts.hoursWrong);
  if (week.every((spans) => spans?.length === 0)) return fault(0, texts.noHours);
  const { holidays, workdays, wrong } = parseDays(fields.days);
  const [first] = wrong;
  if (first) return fault('days', texts.daysWrong, { ...first });
  return { id, name: name.trim(), timeZone, week: week.map((spans) => spans ?? []), holidays, workdays };
}

export function isFault(read: CalendarInput | CalendarFault): read is CalendarFault {
  return 'field' in read;
}

function fault(field: CalendarFault['field'], text: Text, parameters: CalendarFault['parameters'] = {}): CalendarFault {
  return { field, text, parameters };
}
