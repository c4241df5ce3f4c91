import { FeelFunction } from 'feelin';
import { expect, test } from 'vitest';
import { feel } from './feel.ts';

test.each<readonly [string, Readonly<Record<string, unknown>>, unknown]>([
  ['"a"', {}, 'a'],
  ['-1.50', {}, -1.5],
  ['"a\\"b"', {}, 'a"b'],
  ['Credit Score + 1', { 'Credit Score': 1 }, 2],
  ['Credit  Score + 1', { 'Credit Score': 1 }, 2],
  ['risk-class + 1', { 'risk-class': 1, risk: 5, class: 6 }, 2],
  ['max(date("2026-01-01"), date("2026-02-01")).month', { date: 'x' }, 2],
  ['with tax(2)', { 'with tax': new FeelFunction((net: number) => net * 2, ['net']) }, 4],
])('%s', (source, scope, expected) => {
  expect(feel(source, scope)).toBe(expected);
});

test('names that are not read are not looked at', () => {
  const scope = { a: 1, b: 2 };
  Object.defineProperty(scope, 'c', { enumerable: true, get: () => expect.fail('looked at') });
  expect(() => feel('a + b', { ...Object.getOwnPropertyDescriptors(scope), a: 1, b: 2 })).not.toThrow();
});
