import { expect, test } from 'vitest';
import { readSchedule, type Schedule, withScheduleKind, writeSchedule } from './schedule.ts';

test.each<[string, Schedule]>([
  ['R/P1D', { kind: 'interval', every: 'P1D', times: null }],
  ['R3/PT1H', { kind: 'interval', every: 'PT1H', times: 3 }],
  ['0 9 * * *', { kind: 'daily', time: '09:00', zone: '' }],
  ['CRON_TZ=Asia/Shanghai 30 18 * * 1-5', { kind: 'weekdays', time: '18:30', zone: 'Asia/Shanghai' }],
  ['5 8 * * 7', { kind: 'weekly', day: 7, time: '08:05', zone: '' }],
  ['0 9 15 * *', { kind: 'monthly', day: 15, time: '09:00', zone: '' }],
])('%s is read and written again', (source, schedule) => {
  expect(readSchedule(source)).toEqual(schedule);
  expect(writeSchedule(schedule)).toBe(source);
});

test('both Sundays of a crontab are one', () => {
  expect(readSchedule('0 9 * * 0')).toMatchObject({ kind: 'weekly', day: 7 });
});

test.each([
  '*/5 * * * *',
  '0 9 31 * *',
  '0 9 1 * 1',
  '0 0 9 * * ?',
  '0 25 * * *',
  'R3/2026-01-01T00:00Z/P1D',
  '=wait',
  '0 9 * * 9',
])('%s stays as it is', (source) => {
  expect(readSchedule(source)).toEqual({ kind: 'own', source });
  expect(writeSchedule(readSchedule(source))).toBe(source);
});

test('another kind keeps the time of day, and begins in the zone one is in', () => {
  const daily = readSchedule('CRON_TZ=Europe/Berlin 15 7 * * *');
  expect(withScheduleKind(daily, 'weekdays', 'Asia/Shanghai')).toEqual({
    kind: 'weekdays',
    time: '07:15',
    zone: 'Europe/Berlin',
  });
  expect(withScheduleKind({ kind: 'own', source: '' }, 'monthly', 'Asia/Shanghai')).toEqual({
    kind: 'monthly',
    day: 1,
    time: '09:00',
    zone: 'Asia/Shanghai',
  });
  expect(withScheduleKind(daily, 'own', '')).toEqual({ kind: 'own', source: 'CRON_TZ=Europe/Berlin 15 7 * * *' });
});
