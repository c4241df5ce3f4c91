import { expect, test } from 'vitest';
import { checkExpression } from './checkExpression.ts';
import { MAX_LENGTH, parseExpression } from './parseExpression.ts';

test('names are those that variables may be read by', () => {
  expect([...parseExpression('deal.amount > limit').names].toSorted()).toEqual(['amount', 'deal', 'limit'].toSorted());
});

test('a source is parsed once', () => {
  expect(parseExpression('a + b')).toBe(parseExpression('a + b'));
});

test.each([
  ['amount >', 9],
  ['amount > 10 and', 16],
  ['', 1],
  ['a ) b', 3],
])('%j has a syntax error at character %i, told in both languages', (source, at) => {
  expect(checkExpression(source)).toContain(`character ${at}`);
  expect(checkExpression(source)).toContain(`第 ${at} 个字符`);
});

test('a sound expression has no problem', () => {
  expect(checkExpression('amount > 10 and contains(name, "x")')).toBeNull();
});

test('an overlong source is refused before it is parsed', () => {
  expect(checkExpression('('.repeat(MAX_LENGTH + 1))).toContain(String(MAX_LENGTH));
});
