import type { Json, JsonObject } from '../Json.ts';
import { ExpressionError } from '../ExpressionError.ts';
import { date, dateAndTime } from 'feelin';
import { toJson } from '../toJson.ts';
import type { Decision, DecisionModel, KnowledgeModel } from './DecisionModel.ts';
import { decisionFailure } from './decisionFailure.ts';
import { asFunction, evaluateBoxed } from './evaluateBoxed.ts';
import type { Scope } from './evaluateTable.ts';
import { typedValue } from './typedValue.ts';

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
  const given: Scope = { ...clock(now), ...variables };
  const value = resultOf(model, decision, given, done);
  try {
    return toJson(value);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw decisionFailure(
      decision.name,
      `it gave ${error.message}, which can't be kept`,
      `结果（${error.message}）无法保存`,
    );
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

function resultOf(model: DecisionModel, decision: Decision, given: Scope, done: Map<string, unknown>): unknown {
  if (done.has(decision.id)) return done.get(decision.id);
  const scope: Record<string, unknown> = { ...given };
  for (const { name, type } of decision.inputs) scope[name] = typedValue(given[name] ?? null, type);
  for (const id of decision.requires) {
    const required = findDecision(model, id);
    scope[required.variable.name] = resultOf(model, required, given, done);
  }
  for (const id of decision.knowledge) define(model, id, scope, new Set());
  const value = typedValue(evaluateBoxed(decision.name, decision.logic, scope), decision.variable.type);
  done.set(decision.id, value);
  return value;
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

function clock(now: number): Scope {
  const iso = new Date(now).toISOString();
  return { now: () => dateAndTime(iso), today: () => date(iso.slice(0, 10)) };
}
