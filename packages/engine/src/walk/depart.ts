import type { GraphFlow, GraphNode } from '@dealwright/bpmn';
import { closeIfDone } from './scopes.ts';
import { evaluateCondition } from './evaluate.ts';
import { Incident } from './Incident.ts';
import { factsAt } from './NodeFacts.ts';
import { nodeAt } from './openWalk.ts';
import { record } from './record.ts';
import { stickOn } from './stick.ts';
import { removeToken, sendToken } from './tokens.ts';
import { visibleVariables } from './variables.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/**
 * The token has done its work at the node and goes on by the flows that its conditions allow; without outgoing flow it
 * ends here. When a condition fails or none allows it to go on, an incident holds it.
 */
export function depart(walk: Walk, token: LiveToken): void {
  try {
    departBy(walk, token, conditionalFlows(walk, token.node, token.scope));
  } catch (error) {
    stickOn(walk, token, 'leave', error);
  }
}

/** The token leaves its node by exactly these flows. */
export function departBy(walk: Walk, token: LiveToken, flows: readonly GraphFlow[]): void {
  const { scope, node } = token;
  record(walk, 'leave', token);
  removeToken(walk, token);
  for (const flow of flows) {
    for (let count = 0; count < node.completionQuantity; count++) takeFlow(walk, flow, scope);
  }
  if (scope.owner) walk.behaviourOf(scope.node).innerLeft?.(walk, scope.owner);
  closeIfDone(walk, scope);
}

/** Puts a token on its way along a flow. */
export function takeFlow(walk: Walk, flow: GraphFlow, scope: LiveScope): void {
  const token = sendToken(walk, nodeAt(walk.graph, flow.target), scope, flow.index);
  walk.events.push({ type: 'take', flow: flow.index, token: token.id, scope: scope.id });
}

/** All outgoing flows of a node, in the order of the drawing. */
export function outgoingFlows(walk: Walk, node: GraphNode): readonly GraphFlow[] {
  return factsAt(walk, node).outgoing;
}

/**
 * The flows taken from an activity, event or inclusive gateway (BPMN 2.0.2, 8.3.13 and 13.4.3): each unconditional one,
 * each whose condition is true, and the default flow when no condition is (out of a gateway: when no other is taken). Throws an `Incident` when none is left.
 */
export function conditionalFlows(walk: Walk, node: GraphNode, scope: LiveScope): readonly GraphFlow[] {
  const { outgoing: all, isOpen } = factsAt(walk, node);
  if (isOpen) return all;
  const others = all.filter((flow) => flow.index !== node.defaultFlow);
  const seen = others.some(({ condition }) => condition !== null) ? visibleVariables(scope) : {};
  const taken = others.filter((flow) => flow.condition === null || evaluateCondition(walk, flow.condition, seen));
  const gateway = node.type === 'inclusiveGateway' && walk.rules.unconditionalIsOpen;
  if (gateway ? taken.length === 0 : taken.every((flow) => flow.condition === null)) {
    taken.push(...all.filter((flow) => flow.index === node.defaultFlow));
  }
  if (taken.length === 0 && all.length > 0) throw noFlow(node);
  return taken;
}

export function noFlow(node: GraphNode): Incident {
  const name = node.name || node.id;
  return new Incident('no-flow', {
    en: `No condition after "${name}" is true and there is no default flow.`,
    zh: `“${name}”之后没有条件成立，也没有默认流。`,
  });
}
