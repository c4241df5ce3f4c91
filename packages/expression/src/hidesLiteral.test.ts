import { expect, test } from 'vitest';
import { evaluateFeel } from './evaluateFeel.ts';
import { hidesLiteral } from './hidesLiteral.ts';

test.each([
  ['date("2026-01-01")', 'date', true],
  ['date and time ("2026-01-01T00:00:00")', 'date and time', true],
  ['date + 1', 'date', false],
  ['update(1)', 'date', false],
  ['deal.date(1)', 'date', false],
  ['amount(1)', 'amount', false],
])('in %s, a variable %s stands in the way of a literal: %s', (source, name, expected) => {
  expect(hidesLiteral(source, name)).toBe(expected);
});

test('a variable called "date" made every date literal null', () => {
  expect(evaluateFeel('date("2026-01-02") > date("2026-01-01")', { date: '2026-01-03' }, 0)).toBe(true);
  expect(evaluateFeel('date', { date: '2026-01-03' }, 0)).toBe('2026-01-03');
});
