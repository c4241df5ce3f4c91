import { Incident } from './Incident.ts';
import { isEvaluationError } from './isEvaluationError.ts';
import type { Json, JsonObject } from '../types/Json.ts';
import type { LiveScope, Walk } from './Walk.ts';
import { visibleVariables } from './variables.ts';

/** The value of an expression over what is visible in `scope`. Throws an `Incident` when it fails. */
export function evaluate(walk: Walk, expression: string, scope: LiveScope): Json {
  return evaluateOver(walk, expression, visibleVariables(scope));
}

/** The value of an expression over the variables given. Throws an `Incident` when it fails. */
export function evaluateOver(walk: Walk, expression: string, variables: JsonObject): Json {
  return guarded(() => walk.env.evaluate(expression, variables));
}

/** A condition: true or false and nothing else. Throws an `Incident` when it fails or is neither. */
export function evaluateCondition(walk: Walk, condition: string, scope: LiveScope): boolean {
  const value = evaluate(walk, condition, scope);
  if (typeof value === 'boolean') return value;
  const empty = value === null ? emptyIn(condition, visibleVariables(scope)) : '';
  throw new Incident('condition-not-boolean', {
    en: `The condition "${condition}" gave ${shown(value)}${empty && `, because this is empty: ${empty}`}; it must give true or false.`,
    zh: `条件“${condition}”的结果是 ${shown(value)}${empty && `，因为以下变量为空：${empty}`}，必须为 true 或 false。`,
  });
}

/** Names of the empty variables that a condition seems to use: for the message only. */
function emptyIn(condition: string, variables: JsonObject): string {
  const names = Object.keys(variables).filter((name) => variables[name] === null && condition.includes(name));
  return names.join(', ');
}

/** A script's result over what is visible in `scope`. Throws an `Incident` when it fails. */
export function runScript(walk: Walk, language: string, source: string, scope: LiveScope): Json {
  return guarded(() => walk.env.script(language, source, visibleVariables(scope)));
}

function guarded(evaluation: () => unknown): Json {
  try {
    return (evaluation() ?? null) as Json;
  } catch (error) {
    if (isEvaluationError(error)) throw new Incident(error.code, error.text);
    throw error;
  }
}

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
