import { evaluate } from 'feelin';
import { ExpressionError } from './ExpressionError.ts';
import { excerpt } from './excerpt.ts';
import { clockFunctions, FEEL_FUNCTIONS } from './feelFunctions.ts';
import type { Json, JsonObject } from './Json.ts';
import { parseExpression } from './parseExpression.ts';
import { toJson } from './toJson.ts';

/**
 * Evaluates a FEEL expression here and now, with no deadline: callers see to it that it is plain, or that they are in a
 * worker.
 *
 * @param now epoch milliseconds for `now()` and `today()` (both UTC)
 * @throws ExpressionError when it can't be parsed, fails, gives what JSON can't hold, or gives null because a variable
 *   is unknown: `amount > 10` without an amount must be explained, not silently be false; `amount = null` stays true
 */
export function evaluateFeel(source: string, variables: JsonObject, now: number): Json {
  const { names } = parseExpression(source);
  const { value, warnings } = run(source, { ...functions(source, names, now), ...used(variables, names) });
  const unknown = value === null ? warnings.find(({ type }) => type === 'NO_VARIABLE_FOUND') : undefined;
  if (unknown) throw unknownVariable(source, unknown.position);
  try {
    return toJson(value);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ExpressionError({
      code: 'expression-result',
      expression: source,
      text: {
        en: `"${excerpt(source)}" gave ${error.message}, which can't be kept as a value.`,
        zh: `表达式“${excerpt(source)}”的结果（${error.message}）无法保存为变量值。`,
      },
      position: null,
    });
  }
}

/** The variables whose names the expression uses: the interpreter's time grows with what it is given. */
export function used(variables: JsonObject, names: ReadonlySet<string>): JsonObject {
  const picked: [string, Json][] = [];
  for (const name of names) {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value !== undefined) picked.push([name, value]);
  }
  return Object.fromEntries(picked);
}

/** Of the functions that are not the interpreter's, those that the expression may call. */
function functions(source: string, names: ReadonlySet<string>, now: number): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const [name, implementation] of FEEL_FUNCTIONS) if (source.includes(name)) picked[name] = implementation;
  return names.has('now') || names.has('today') ? { ...picked, ...clockFunctions(now) } : picked;
}

function run(source: string, context: Record<string, unknown>): ReturnType<typeof evaluate> {
  try {
    return evaluate(source, context);
  } catch (error) {
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

function unknownVariable(source: string, at: { from: number; to: number }): ExpressionError {
  const name = source.slice(at.from, at.to);
  return new ExpressionError({
    code: 'variable-unknown',
    expression: source,
    text: {
      en: `"${excerpt(source)}" has no result: there is no variable "${name}".`,
      zh: `表达式“${excerpt(source)}”没有结果：变量“${name}”不存在。`,
    },
    position: at.from,
  });
}
