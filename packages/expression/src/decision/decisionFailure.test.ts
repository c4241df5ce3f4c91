import { FeelFunction } from 'feelin';
import { expect, test } from 'vitest';
import { at, decisionFailure, shown, wrongValue } from './decisionFailure.ts';

const fail = (error: Error) => (): never => {
  throw error;
};

test('what goes wrong at a place is told with the place, and keeps its code', () => {
  const run = () => at('Discount', 'rule 2, input 1', '规则 2 的第 1 个输入', fail(wrongValue(5, 'is odd', '是奇数')));
  expect(run).toThrow(
    expect.objectContaining({
      code: 'decision-value',
      text: {
        en: 'Decision "Discount", rule 2, input 1: 5 is odd.',
        zh: '决策“Discount”，规则 2 的第 1 个输入：5 是奇数。',
      },
    }),
  );
});

test('a decision that failed has said where already, and a programming error is none of an expression', () => {
  const failed = decisionFailure('Risk', 'why', '原因');
  const broken = new Error('broken');
  expect(() => at('Discount', 'input 1', '输入', fail(failed))).toThrow(failed);
  expect(() => at('Discount', 'input 1', '输入', fail(broken))).toThrow(broken);
});

test('a function that fails at every level of its calls is not told at every level', () => {
  let error = wrongValue(5, 'is odd', '是奇数');
  for (let level = 0; level < 500; level++) {
    try {
      at('f', 'expression', '表达式', fail(error));
    } catch (thrown) {
      error = thrown as typeof error;
    }
  }
  expect(error.text.en.length).toBeLessThan(1_000);
});

test('values are shown as JSON, short, and functions too', () => {
  expect(shown({ a: [1, null] })).toBe('{"a":[1,null]}');
  expect(shown('x'.repeat(100)).length).toBeLessThan(70);
  expect(typeof shown(new FeelFunction(() => 1, []))).toBe('string');
});
