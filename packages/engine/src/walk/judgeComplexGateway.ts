import type { GraphFlow, GraphNode } from '@dealwright/bpmn';
import type { JsonObject } from '../types/Json.ts';
import { canStillCome } from './canStillCome.ts';
import { departBy, noFlow, outgoingFlows } from './depart.ts';
import { evaluateCondition, hasBecomeTrue } from './evaluate.ts';
import { record } from './record.ts';
import { closeIfDone } from './scopes.ts';
import { stickOnIncident } from './stick.ts';
import { putToken, removeToken } from './tokens.ts';
import { visibleVariables } from './variables.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/**
 * A complex gateway with tokens at it (BPMN 2.0.2, 13.4.5). While it waits for its start, it is activated as soon as
 * its condition is true: one token is taken from each incoming flow that has one, and one goes on along each outgoing
 * flow whose condition is true, else along the default flow. Then it waits for its reset; see `judgeReset`. Without an
 * activation condition it waits for all that can still come, as an inclusive gateway does.
 *
 * The conditions may look at `activationCount`, the number of incoming flows that have a token, at the number of tokens
 * on a flow by the flow's id, and, behind the gateway, at `waitingForStart`. Returns whether it was activated.
 */
export function judgeComplexJoin(walk: Walk, scope: LiveScope, gateway: GraphNode, waiting: LiveToken[]): boolean {
  if (scope.resets?.has(gateway.index)) return false;
  const filled = new Set(waiting.map((token) => token.flow));
  const seen = variablesAt(walk, scope, gateway, waiting, true);
  const first = firstOfEachFlow(waiting);
  const last = first.at(-1);
  if (!last) return false;
  let fired = false;
  stickOnIncident(walk, last, 'enter', () => {
    const { activationCondition } = gateway;
    const active =
      activationCondition === null
        ? !canStillCome(walk, scope, gateway, filled)
        : hasBecomeTrue(walk, activationCondition, seen);
    if (!active) return;
    const flows = flowsOut(walk, gateway, seen);
    if (flows.length === 0 && gateway.outgoing.length > 0) throw noFlow(gateway);
    fired = true;
    (scope.resets ??= new Map()).set(gateway.index, [...filled]);
    take(walk, first.slice(0, -1));
    departBy(walk, last, flows);
  });
  // what an incident holds is no longer among those that wait
  if (last.data.stuck !== undefined) waiting.splice(waiting.indexOf(last), 1);
  return fired;
}

/**
 * A complex gateway that waits for its reset: it resets when no further token is to be expected on the flows from which
 * it has had none, by the rule of the inclusive gateway, where those from which it has had one count as filled. It then
 * takes the tokens that have come there meanwhile. Of the outgoing flows only those are taken whose own condition is
 * true now: one without a condition belongs to the start. Returns whether it was reset.
 */
export function judgeReset(walk: Walk, scope: LiveScope, gateway: GraphNode): boolean {
  const had = scope.resets?.get(gateway.index) ?? [];
  const late = (scope.joining?.get(gateway.index) ?? []).filter(({ flow }) => !had.includes(flow));
  const filled = new Set([...had, ...late.map(({ flow }) => flow)]);
  if (canStillCome(walk, scope, gateway, filled)) return false;
  const seen = variablesAt(walk, scope, gateway, late, false);
  scope.resets?.delete(gateway.index);
  take(walk, firstOfEachFlow(late));
  const conditional = outgoingFlows(walk, gateway).filter(({ condition }) => condition !== null);
  if (conditional.length > 0) {
    const token = putToken(walk, gateway, scope, -1, { afterwards: 'end' });
    stickOnIncident(walk, token, 'inside', () => {
      const flows = conditional.filter(
        ({ condition }) => condition !== null && evaluateCondition(walk, condition, seen),
      );
      departBy(walk, token, flows);
    });
  } else closeIfDone(walk, scope);
  return true;
}

/** The default flow counts when no other is open. */
function flowsOut(walk: Walk, gateway: GraphNode, seen: JsonObject): readonly GraphFlow[] {
  const all = outgoingFlows(walk, gateway);
  const others = all.filter(({ index }) => index !== gateway.defaultFlow);
  const open = others.filter(({ condition }) => condition === null || evaluateCondition(walk, condition, seen));
  return open.length > 0 ? open : all.filter(({ index }) => index === gateway.defaultFlow);
}

function variablesAt(
  walk: Walk,
  scope: LiveScope,
  gateway: GraphNode,
  waiting: readonly LiveToken[],
  waitingForStart: boolean,
): JsonObject {
  const counts: Record<string, number> = {};
  for (const flow of gateway.incoming) {
    const id = walk.graph.flows[flow]?.id ?? '';
    counts[id] = waiting.filter((token) => token.flow === flow).length;
  }
  const activationCount = Object.values(counts).filter((count) => count > 0).length;
  return { ...visibleVariables(scope), ...counts, activationCount, waitingForStart };
}

function firstOfEachFlow(waiting: readonly LiveToken[]): LiveToken[] {
  const first = new Map<number, LiveToken>();
  for (const token of waiting) if (!first.has(token.flow)) first.set(token.flow, token);
  return [...first.values()];
}

function take(walk: Walk, tokens: readonly LiveToken[]): void {
  for (const token of tokens) {
    record(walk, 'leave', token);
    removeToken(walk, token);
  }
}
