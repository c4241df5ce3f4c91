import { expect, test } from 'vitest';
import { checkExpression } from './checkExpression.ts';
import { MAX_DEPTH, MAX_LENGTH, parseExpression } from './parseExpression.ts';

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
  const { en, zh } = checkExpression(source) ?? { en: '', zh: '' };
  expect(en).toContain(`character ${at}`);
  expect(zh).toContain(`第 ${at} 个字符`);
  expect(en).not.toMatch(/\p{Script=Han}/u);
});

test('a sound expression has no problem', () => {
  expect(checkExpression('amount > 10 and contains(name, "x")')).toBeNull();
});

test('an overlong or overdeep source is refused before it is parsed', () => {
  expect(checkExpression(`1${'+1'.repeat(MAX_LENGTH / 2)}`)?.en).toContain(String(MAX_LENGTH));
  expect(checkExpression('('.repeat(MAX_DEPTH + 1))?.en).toContain(String(MAX_DEPTH));
  expect(checkExpression(`${'('.repeat(MAX_DEPTH)}1${')'.repeat(MAX_DEPTH)}`)).toBeNull();
});

test('a syntax error is found once and thrown each time', () => {
  const thrown = () => {
    try {
      return parseExpression('a +');
    } catch (error) {
      return error;
    }
  };
  expect(thrown()).toBe(thrown());
});
