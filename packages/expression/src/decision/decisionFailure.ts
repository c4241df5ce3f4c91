import { ExpressionError } from '../ExpressionError.ts';
import { excerpt } from '../excerpt.ts';
import { toJson } from '../toJson.ts';

/** A decision that gives no result: says which one, and why. */
export function decisionFailure(name: string, en: string, zh: string): ExpressionError {
  return new ExpressionError({
    code: 'decision-failed',
    expression: name,
    text: { en: `The decision "${name}" has no result: ${en}.`, zh: `决策“${name}”没有结果：${zh}。` },
    position: null,
  });
}

/** A value that is not what it must be; `at` says where. */
export function wrongValue(value: unknown, en: string, zh: string): ExpressionError {
  return new ExpressionError({
    code: 'decision-value',
    expression: shown(value),
    text: { en: `${shown(value)} ${en}.`, zh: `${shown(value)} ${zh}。` },
    position: null,
  });
}

/** Runs what belongs to a place of a decision; an expression that fails there is told with the place. */
export function at<T>(name: string, en: string, zh: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ExpressionError) || error.code === 'decision-failed') throw error;
    // a function that calls itself fails at every level; the first few say enough
    if (error.text.en.length > MAX_TEXT) throw error;
    throw new ExpressionError({
      ...error.details(),
      text: { en: `Decision "${name}", ${en}: ${error.text.en}`, zh: `决策“${name}”，${zh}：${error.text.zh}` },
    });
  }
}

const MAX_TEXT = 600;

/** A value as people read it in a message. */
export function shown(value: unknown): string {
  try {
    return excerpt(JSON.stringify(toJson(value)), 60);
  } catch {
    return typeof value === 'function' ? 'a function' : excerpt(String(value), 60);
  }
}
