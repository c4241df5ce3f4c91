export { ALWAYS, type Hours, type WorkCalendar } from './WorkCalendar.ts';
export { addWorkingTime } from './addWorkingTime.ts';
export { parseDays, writeDays, type ParsedDays } from './parseDays.ts';
export { areHours, parseHours, writeHours } from './parseHours.ts';
export { isTimeZone, zonedClock, type ZonedClock } from './ZonedClock.ts';
