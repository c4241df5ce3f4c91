import { date, dateAndTime, duration, evaluate } from 'feelin';
import { expect, test } from 'vitest';
import { isSame } from './isSame.ts';

const range = (source: string): unknown => evaluate(source).value;

test.each<readonly [unknown, unknown, boolean]>([
  [1, 1, true],
  [1, '1', false],
  [null, null, true],
  [null, 0, false],
  [[1, [2]], [1, [2]], true],
  [[1, 2], [2, 1], false],
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [[], {}, false],
  [date('2026-01-01'), date('2026-01-01'), true],
  [date('2026-01-01'), dateAndTime('2026-01-01T00:00:00'), false],
  [duration('PT24H'), duration('P1D'), true],
  [{ due: date('2026-01-01') }, { due: date('2026-01-01') }, true],
  [range('[1..2]'), range('[1..2]'), true],
  [range('[1..2]'), range('[1..2)'), false],
])('%j and %j (DMN 1.3, 10.3.2.2): %s', (a, b, expected) => {
  expect(isSame(a, b)).toBe(expected);
});
