import { Incident } from './Incident.ts';
import { isEvaluationError } from './isEvaluationError.ts';
import type { Json, JsonObject } from '../types/Json.ts';
import { tokenVariables, visibleVariables } from './variables.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/** The value of an expression over what is visible in `scope`. Throws an `Incident` when it fails. */
export function evaluate(walk: Walk, expression: string, scope: LiveScope): Json {
  return evaluateOver(walk, expression, visibleVariables(scope));
}

/** The value of an expression over what is visible where a token stands. Throws an `Incident` when it fails. */
export function evaluateAt(walk: Walk, expression: string, token: LiveToken): Json {
  return evaluateOver(walk, expression, tokenVariables(token));
}

/** The value of an expression over the variables given. Throws an `Incident` when it fails. */
export function evaluateOver(walk: Walk, expression: string, variables: JsonObject): Json {
  try {
    return (walk.env.evaluate(expression, variables) ?? null) as Json;
  } catch (error) {
    throw asIncident(error);
  }
}

/** A condition: true or false and nothing else. Throws an `Incident` when it fails or is neither. */
export function evaluateCondition(walk: Walk, condition: string, variables: JsonObject): boolean {
  const value = evaluateOver(walk, condition, variables);
  if (typeof value === 'boolean') return value;
  const empty = value === null ? emptyIn(condition, variables) : '';
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

/**
 * A condition that is waited for: as long as it depends on what is not there yet, it is not true (FEEL's three-valued
 * logic, DMN 1.3, 10.3.2.11). Throws an `Incident` when it fails for another reason.
 */
export function hasBecomeTrue(walk: Walk, condition: string, variables: JsonObject): boolean {
  if (condition === '') return false;
  try {
    return evaluateOver(walk, condition, variables) === true;
  } catch (error) {
    if (error instanceof Incident && error.code === 'variable-unknown') return false;
    throw error;
  }
}

/** A whole number that is not negative. Throws an `Incident` when the expression gives anything else. */
export function evaluateCount(walk: Walk, expression: string, token: LiveToken): number {
  const value = evaluateAt(walk, expression, token);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  const name = token.node.name || token.node.id;
  throw new Incident('count-invalid', {
    en: `"${name}" is to be repeated "${expression}" times, which gave ${shown(value)}; it must give a whole number.`,
    zh: `“${name}”的重复次数“${expression}”的结果是 ${shown(value)}，必须为非负整数。`,
  });
}

/** A script's result over what is visible where a token stands. Throws an `Incident` when it fails. */
export function runScript(walk: Walk, language: string, source: string, token: LiveToken): Json {
  return guarded(() => walk.env.script(language, source, tokenVariables(token)));
}

/** A DMN decision's result over what is visible where a token stands. Throws an `Incident` when it fails. */
export function runDecision(walk: Walk, decisionId: string, token: LiveToken): Json {
  const { env } = walk;
  if (!env.decide) {
    throw new Incident('decision-missing', {
      en: `There is no decision "${decisionId}" here.`,
      zh: `此处没有决策“${decisionId}”。`,
    });
  }
  return guarded(() => env.decide?.(decisionId, tokenVariables(token)));
}

function guarded(evaluation: () => unknown): Json {
  try {
    return (evaluation() ?? null) as Json;
  } catch (error) {
    throw asIncident(error);
  }
}

function asIncident(error: unknown): unknown {
  return isEvaluationError(error) ? new Incident(error.code, error.text) : error;
}

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
