import { FeelDate } from 'feelin';
import { expect, test } from 'vitest';
import { feelValue } from './feelValue.ts';

test('a value stays in FEEL’s own types', () => {
  expect(feelValue('date("2026-01-01")', {})).toBeInstanceOf(FeelDate);
});

test.each([
  ['variable-unknown', 'amount > 10', 'variable "amount"', '变量“amount”'],
  ['function-unknown', 'discount(1)', 'function "discount"', '函数“discount”'],
])('null because of an unknown name is explained, %s: %s', (code, source, en, zh) => {
  const error = expect.objectContaining({
    code,
    text: { en: expect.stringContaining(en) as string, zh: expect.stringContaining(zh) as string },
  }) as Error;
  expect(() => feelValue(source, {})).toThrow(error);
});

test('what the interpreter throws is an evaluation error too', () => {
  expect(() => feelValue('5 in [true..false]', {})).toThrow(expect.objectContaining({ code: 'expression-failed' }));
});
