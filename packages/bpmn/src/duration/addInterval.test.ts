import { expect, it, test } from 'vitest';
import { addInterval } from './addInterval.ts';
import { nextOfCycle } from './nextOfCycle.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (epochMs: number | null) => (epochMs === null ? null : new Date(epochMs).toISOString());

test.each([
  ['2026-01-31T10:00:00.000Z', 'P1M', '2026-02-28T10:00:00.000Z'],
  ['2026-01-31T10:00:00.000Z', 'PT1S', '2026-01-31T10:00:01.000Z'],
  ['2026-01-31T10:00:00.000Z', '0 9 * * *', '2026-02-01T09:00:00.000Z'],
])('after %s, %s is due at %s', (from, interval, next) => {
  expect(iso(addInterval(at(from), interval))).toBe(next);
});

test.each(['PT0S', 'PT0.5S', '-P1D', 'P', 'soon', '0 0 30 2 *', 'a b c d e'])('refuses "%s"', (interval) => {
  expect(() => addInterval(0, interval)).toThrow(RangeError);
});

it('counts from when it was due, and does not make up for what was missed', () => {
  const due = at('2026-03-02T09:00:00Z');
  expect(iso(nextOfCycle(due, 'PT1H', due + 5))).toBe('2026-03-02T10:00:00.000Z');
  expect(iso(nextOfCycle(due, 'PT1H', at('2026-03-02T12:30:00Z')))).toBe('2026-03-02T13:30:00.000Z');
  expect(iso(nextOfCycle(due, '0 * * * *', due + 5))).toBe('2026-03-02T10:00:00.000Z');
  expect(iso(nextOfCycle(due, '0 * * * *', at('2026-03-02T12:30:00Z')))).toBe('2026-03-02T13:00:00.000Z');
});

it('ends where a cron expression names no more dates', () => {
  const last = '0 0 9 1 1 ? 2027';
  expect(iso(nextOfCycle(0, last, at('2026-03-02T00:00Z')))).toBe('2027-01-01T09:00:00.000Z');
  expect(nextOfCycle(at('2027-01-01T09:00Z'), last, at('2027-01-01T09:00Z'))).toBeNull();
});
