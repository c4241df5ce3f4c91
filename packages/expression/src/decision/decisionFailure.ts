import { ExpressionError } from '../ExpressionError.ts';

/** A decision that gives no result: says which one, and why. */
export function decisionFailure(name: string, en: string, zh: string): ExpressionError {
  return new ExpressionError({
    code: 'decision-failed',
    expression: name,
    text: { en: `The decision "${name}" has no result: ${en}.`, zh: `决策“${name}”没有结果：${zh}。` },
    position: null,
  });
}
