import { expect, test } from 'vitest';
import { daysBefore, periodOf } from './filter.ts';

const now = new Date(2026, 10, 23, 12).getTime();
const filter = { version: '', from: '', to: '', owner: '' };

test('a period is counted in calendar days', () => {
  expect(daysBefore(now, 30)).toBe('2026-10-24');
  expect(daysBefore(now, 365)).toBe('2025-11-23');
});

test('the address says which period is meant', () => {
  expect(periodOf(filter, now)).toBe('all');
  expect(periodOf({ ...filter, from: daysBefore(now, 90) }, now)).toBe('90');
  expect(periodOf({ ...filter, from: '2026-01-01' }, now)).toBe('own');
  expect(periodOf({ ...filter, from: daysBefore(now, 90), to: '2026-11-01' }, now)).toBe('own');
});
