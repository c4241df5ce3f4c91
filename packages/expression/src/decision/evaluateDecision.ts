import type { Json, JsonObject } from '../Json.ts';
import { ExpressionError } from '../ExpressionError.ts';
import { clockFunctions } from '../feelFunctions.ts';
import { toJson, TooLarge } from '../toJson.ts';
import type { Decision, DecisionModel, KnowledgeModel, Variable } from './DecisionModel.ts';
import { at, decisionFailure } from './decisionFailure.ts';
import { asFunction, evaluateBoxed } from './evaluateBoxed.ts';
import { checkAllowed, typed } from './evaluateTable.ts';
import type { Scope } from './feel.ts';
import { cellsOver } from './meetsCell.ts';

/**
 * A decision over the variables: the decisions that it requires are worked out first, each once (DMN 1.3, 10.4).
 * Synchronous and pure; callers see to it that it is plain or that they are in a worker.
 *
 * @param now epoch milliseconds for `now()` and `today()` (both UTC)
 * @throws ExpressionError `decision-unknown`, or `decision-failed` with the decision and the reason
 */
export function evaluateDecision(model: DecisionModel, decisionId: string, variables: JsonObject, now: number): Json {
  const decision = findDecision(model, decisionId);
  const done = new Map<string, unknown>();
  const given: Scope = { ...clockFunctions(now), ...variables };
  for (const one of inOrder(model, decision)) done.set(one.id, resultOf(model, one, given, done));
  try {
    return toJson(done.get(decision.id));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw notKept(decision.name, error);
  }
}

/** Throws `decision-unknown`. */
export function findDecision(model: DecisionModel, decisionId: string): Decision {
  const decision = model.decisions.find(({ id }) => id === decisionId);
  if (decision) return decision;
  throw new ExpressionError({
    code: 'decision-unknown',
    expression: decisionId,
    text: { en: `There is no decision "${decisionId}".`, zh: `没有决策“${decisionId}”。` },
    position: null,
  });
}

/** A decision and all that it requires, each after what it requires itself; chains may be longer than the stack is deep. */
function inOrder(model: DecisionModel, decision: Decision): readonly Decision[] {
  const ordered = new Set<Decision>();
  const open = [decision];
  for (let one = open.at(-1); one; one = open.at(-1)) {
    const missing = one.requires.map((id) => findDecision(model, id)).filter((required) => !ordered.has(required));
    if (missing.length === 0) ordered.add(one);
    if (missing.length === 0) open.pop();
    else open.push(...missing);
  }
  return [...ordered];
}

/** @param done the results of what it requires, by id */
function resultOf(model: DecisionModel, decision: Decision, given: Scope, done: ReadonlyMap<string, unknown>): unknown {
  const { name, variable, logic } = decision;
  const scope: Record<string, unknown> = { ...given };
  for (const input of decision.inputs) scope[input.name] = inputOf(name, input, given);
  for (const id of decision.requires) scope[findDecision(model, id).variable.name] = done.get(id);
  for (const id of decision.knowledge) define(model, id, scope, new Set());
  const value = evaluateBoxed(name, logic, scope);
  // tools keep the type of a table's outputs, and leave that of its variable as it was once
  const result = logic.kind === 'table' ? value : at(name, 'result', '结果', () => typed(value, variable.type));
  checkSize(name, result);
  return result;
}

/** Input data by its name, null when there is none (6.3.11), as its type has it. Throws `decision-value`. */
function inputOf(decision: string, { name, type }: Variable, given: Scope): unknown {
  const key = Object.hasOwn(given, name) ? name : Object.keys(given).find((one) => spaced(one) === spaced(name));
  return at(decision, `input data "${name}"`, `输入数据“${name}”`, () => {
    const value = typed(key === undefined ? null : given[key], type);
    checkAllowed(value, type?.allowed ?? null, cellsOver(given));
    return value;
  });
}

/** Names are the same however many spaces they are written with (10.3.1.4). */
function spaced(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ');
}

/**
 * What a decision gives is used by others, and must stay small: forty decisions that each double the one before would
 * fill the memory. Functions and ranges may be passed on, but not kept.
 */
function checkSize(name: string, value: unknown): void {
  try {
    toJson(value);
  } catch (error) {
    if (error instanceof TooLarge) throw notKept(name, error);
    if (!(error instanceof TypeError)) throw error;
  }
}

function notKept(name: string, error: TypeError): ExpressionError {
  return decisionFailure(name, `it gave ${error.message}, which can't be kept`, `结果（${error.message}）无法保存`);
}

/** Puts a knowledge model into the scope as a function, with those that it calls itself. */
function define(model: DecisionModel, id: string, scope: Record<string, unknown>, seen: Set<string>): void {
  const knowledge: KnowledgeModel | undefined = model.functions.find((one) => one.id === id);
  if (!knowledge || seen.has(id)) return;
  seen.add(id);
  for (const other of knowledge.knowledge) define(model, other, scope, seen);
  // the scope is looked at when it is called: a function may call itself
  scope[knowledge.name] = asFunction(knowledge.name, knowledge.logic, scope);
}
