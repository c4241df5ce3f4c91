import { evaluate } from 'feelin';
import { ExpressionError } from './ExpressionError.ts';
import { excerpt } from './excerpt.ts';

/**
 * A FEEL expression's value in FEEL's own types, over exactly the names given.
 *
 * @throws ExpressionError when it fails, or gives null because a variable or function is unknown: `amount > 10` without
 *   an amount must be explained, not silently be false; `amount = null` stays true
 */
export function feelValue(source: string, context: Readonly<Record<string, unknown>>): unknown {
  const { value, warnings } = run(source, context);
  if (value !== null && value !== undefined) return value;
  const unknown =
    warnings.find(({ type }) => type === 'NO_FUNCTION_FOUND') ??
    warnings.find(({ type }) => type === 'NO_VARIABLE_FOUND');
  if (unknown) throw unknownName(source, unknown);
  return null;
}

function run(source: string, context: Readonly<Record<string, unknown>>): ReturnType<typeof evaluate> {
  try {
    return evaluate(source, context);
  } catch (error) {
    // a function of the context may have one of its own
    if (error instanceof ExpressionError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ExpressionError({
      code: 'expression-failed',
      expression: source,
      text: {
        en: `"${excerpt(source)}" failed: ${reason}.`,
        zh: `表达式“${excerpt(source)}”执行失败：${reason}。`,
      },
      position: null,
    });
  }
}

function unknownName(
  source: string,
  { type, position: at }: { type: string; position: { from: number; to: number } },
): ExpressionError {
  const name = source.slice(at.from, at.to).replace(/\s*\([\s\S]*$/, '');
  const isFunction = type === 'NO_FUNCTION_FOUND';
  const [en, zh] = isFunction ? ['function', '函数'] : ['variable', '变量'];
  return new ExpressionError({
    // a variable may yet come, and a condition waits for it; a function will not
    code: isFunction ? 'function-unknown' : 'variable-unknown',
    expression: source,
    text: {
      en: `"${excerpt(source)}" has no result: there is no ${en} "${name}".`,
      zh: `表达式“${excerpt(source)}”没有结果：${zh}“${name}”不存在。`,
    },
    position: at.from,
  });
}
