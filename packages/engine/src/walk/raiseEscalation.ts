import type { GraphNode } from '@dealwright/bpmn';
import { catchAtBoundary } from './catchAtBoundary.ts';
import { catchInEventSubProcess } from './catchInEventSubProcess.ts';
import { nodeAt } from './openWalk.ts';
import { isLoopScope } from './tokenKinds.ts';
import { eventStartsOf } from './watchers.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/**
 * An escalation thrown at `origin` is caught by the nearest handler outwards, found as for errors (BPMN 2.0.2, 10.5.1
 * and 10.5.7): but a handler need not interrupt, and an escalation that nothing catches changes nothing here. It is
 * told to the outside, since the process that called this one may catch it.
 */
export function raiseEscalation(walk: Walk, origin: LiveToken, code: string): void {
  const { node, id, scope } = origin;
  walk.events.push({ type: 'escalation', node: node.index, token: id, scope: scope.id, code });
  let from = origin;
  for (;;) {
    const boundary = from.data.turn === undefined ? boundaryHandler(walk, from, code) : null;
    if (boundary) {
      catchAtBoundary(walk, boundary, from, boundary.interrupting);
      return;
    }
    const around = from.scope;
    const handler =
      from.node.type === 'eventSubProcess' || isLoopScope(around) ? null : startHandler(walk, around, code);
    if (handler) {
      catchInEventSubProcess(walk, handler, around, handler.interrupting);
      return;
    }
    if (!around.owner) break;
    from = around.owner;
  }
  walk.effects.push({ type: 'escalate', node: node.index, code });
}

function boundaryHandler(walk: Walk, token: LiveToken, code: string): GraphNode | null {
  return handlerAmong(
    token.node.boundary.map((index) => nodeAt(walk.graph, index)),
    code,
  );
}

function startHandler(walk: Walk, scope: LiveScope, code: string): GraphNode | null {
  const handlers = scope.node.eventSubProcesses.flatMap((index) => eventStartsOf(walk, nodeAt(walk.graph, index)));
  return handlerAmong(handlers, code);
}

function handlerAmong(nodes: readonly GraphNode[], code: string): GraphNode | null {
  const catches = (wanted: string | null) => (node: GraphNode) =>
    node.events.some((event) => event.kind === 'escalation' && event.code === wanted);
  return nodes.find(catches(code)) ?? nodes.find(catches(null)) ?? null;
}
