import { date, dateAndTime, duration, time } from 'feelin';
import { expect, test } from 'vitest';
import { compareFeel } from './compareFeel.ts';

test.each([
  [1, 2, -1],
  ['b', 'a', 1],
  [date('2020-01-01'), date('2020-01-01'), 0],
  [time('10:00:00Z'), time('12:00:00+01:00'), -1],
  [dateAndTime('2020-01-02T00:00:00'), dateAndTime('2020-01-01T00:00:00'), 1],
  [duration('P1D'), duration('PT24H'), 0],
])('the order of %s and %s is %d (DMN 1.3, 10.3.2.2)', (a, b, expected) => {
  expect(Math.sign(compareFeel(a, b) ?? Number.NaN)).toBe(expected);
});

test.each([
  [1, '2'],
  [null, 1],
  [true, false],
  [date('2020-01-01'), dateAndTime('2020-01-01T00:00:00')],
  [[1], [2]],
])('%s and %s have no order', (a, b) => {
  expect(compareFeel(a, b)).toBeNull();
});
