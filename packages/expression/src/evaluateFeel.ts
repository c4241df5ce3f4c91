import { ExpressionError } from './ExpressionError.ts';
import { excerpt } from './excerpt.ts';
import { clockFunctions, FEEL_FUNCTIONS } from './feelFunctions.ts';
import { hidesLiteral } from './hidesLiteral.ts';
import { feelValue } from './feelValue.ts';
import type { Json, JsonObject } from './Json.ts';
import { type ParsedExpression, parseExpression } from './parseExpression.ts';
import { toJson } from './toJson.ts';

/**
 * Evaluates a FEEL expression here and now, with no deadline: callers see to it that it is plain, or that they are in a
 * worker. What is compiled is answered by that, the rest by the interpreter.
 *
 * @param now epoch milliseconds for `now()` and `today()` (both UTC)
 * @throws ExpressionError when it can't be parsed, fails, gives what JSON can't hold, or gives null because a variable
 *   is unknown: `amount > 10` without an amount must be explained, not silently be false; `amount = null` stays true
 */
export function evaluateFeel(source: string, variables: JsonObject, now: number): Json {
  return evaluateParsed(parseExpression(source), variables, now);
}

/** The same for an expression that has been parsed. */
export function evaluateParsed(parsed: ParsedExpression, variables: JsonObject, now: number): Json {
  const value = parsed.compiled()?.(variables);
  if (typeof value === 'boolean' || value === null) return value;
  return (value === undefined ? undefined : asJson(value)) ?? interpret(parsed, variables, now);
}

/** Undefined for what JSON can't hold: the interpreter says what is wrong with it. */
function asJson(value: Json): Json | undefined {
  try {
    return toJson(value);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same by the interpreter alone, which the compiled form is measured by. */
export function interpret({ source, names }: ParsedExpression, variables: JsonObject, now: number): Json {
  const value = feelValue(source, { ...functions(source, names, now), ...used(source, variables, names) });
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
export function used(source: string, variables: JsonObject, names: ReadonlySet<string>): JsonObject {
  const picked: [string, Json][] = [];
  for (const name of names) {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value !== undefined && !hidesLiteral(source, name)) picked.push([name, value]);
  }
  return Object.fromEntries(picked);
}

/** Of the functions that are not the interpreter's, those that the expression may call. */
function functions(source: string, names: ReadonlySet<string>, now: number): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const [name, implementation] of FEEL_FUNCTIONS) if (source.includes(name)) picked[name] = implementation;
  return names.has('now') || names.has('today') ? { ...picked, ...clockFunctions(now) } : picked;
}
