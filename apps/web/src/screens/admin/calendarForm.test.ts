import { expect, it } from 'vitest';
import { fieldsOf, readFields } from './calendarForm.ts';

const calendar = {
  id: 'office',
  name: 'Office',
  timeZone: 'Asia/Shanghai',
  week: [[['09:00', '12:00'] as const, ['13:00', '18:00'] as const], [], [], [], [], [], []],
  holidays: ['2026-10-01'],
  workdays: ['2026-10-10'],
};

it('reads what it writes', () => {
  const fields = fieldsOf({ ...calendar, updatedAt: '2026-01-01T00:00:00Z' }, 'UTC');
  expect(fields.days).toBe('2026-10-01 休\n2026-10-10 班');
  expect(readFields(fields)).toEqual(calendar);
});

it('a new one has office hours, and lacks a name alone', () => {
  const fresh = fieldsOf(null, 'Europe/Berlin');
  expect(readFields({ ...fresh, id: 'new', name: 'New' })).toMatchObject({ timeZone: 'Europe/Berlin', holidays: [] });
  expect(readFields(fresh)).toMatchObject({ field: 'id' });
});

it.each([
  ['id', { id: 'Office hours' }],
  ['id', { id: 'always' }],
  ['timeZone', { timeZone: 'Mars' }],
  [2, { week: ['09:00-18:00', '', 'morning', '', '', '', ''] }],
  [0, { week: ['', '', '', '', '', '', ''] }],
  ['days', { days: '2026-10-01 休\nsoon' }],
])('a fault is told at its field: %s', (field, wrong) => {
  const fields = fieldsOf({ ...calendar, updatedAt: '' }, 'UTC');
  expect(readFields({ ...fields, ...wrong })).toMatchObject({ field });
});
