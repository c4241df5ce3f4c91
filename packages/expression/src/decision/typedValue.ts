import { date, dateAndTime, duration, time } from 'feelin';

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  date: (text) => date(text),
  time: (text) => time(text),
  dateTime: (text) => dateAndTime(text),
  'date and time': (text) => dateAndTime(text),
  dayTimeDuration: (text) => duration(text),
  'days and time duration': (text) => duration(text),
  yearMonthDuration: (text) => duration(text),
  'years and months duration': (text) => duration(text),
};

/**
 * A variable as FEEL's type says (DMN 1.3, 10.3.2.2): process variables are JSON and keep dates and durations as ISO
 * 8601 text. What is no such text stays as it is.
 */
export function typedValue(value: unknown, type: string | null): unknown {
  const read = type === null || typeof value !== 'string' ? undefined : READERS[type];
  return read ? (read(value as string) ?? value) : value;
}
