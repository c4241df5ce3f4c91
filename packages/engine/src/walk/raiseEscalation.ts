import { catchAtBoundary } from './catchAtBoundary.ts';
import { catchInEventSubProcess } from './catchInEventSubProcess.ts';
import { innerHandler, type InnerHandler } from './innerHandler.ts';
import { nodeAt } from './openWalk.ts';
import { hasBorder, hasHandlers } from './tokenKinds.ts';
import { triggerWatcher } from './triggerWatcher.ts';
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
    const boundary = hasBorder(from) ? boundaryHandler(walk, from, code) : null;
    if (boundary) {
      if (boundary.watcher) triggerWatcher(walk, boundary.watcher, {});
      else catchAtBoundary(walk, boundary.node, from, boundary.node.interrupting);
      return;
    }
    const around = from.scope;
    const handler =
      from.node.type === 'eventSubProcess' || !hasHandlers(around) ? null : startHandler(walk, around, code);
    if (handler) {
      if (handler.watcher) triggerWatcher(walk, handler.watcher, {});
      else catchInEventSubProcess(walk, handler.node, around, handler.node.interrupting);
      return;
    }
    if (!around.owner) break;
    from = around.owner;
  }
  walk.effects.push({ type: 'escalate', node: node.index, code });
}

function boundaryHandler(walk: Walk, token: LiveToken, code: string): InnerHandler | null {
  const nodes = token.node.boundary.map((index) => nodeAt(walk.graph, index));
  return innerHandler(nodes, token.watchers ?? [], 'escalation', code);
}

function startHandler(walk: Walk, scope: LiveScope, code: string): InnerHandler | null {
  const starts = scope.node.eventSubProcesses.flatMap((index) => eventStartsOf(walk, nodeAt(walk.graph, index)));
  return innerHandler(starts, scope.watchers ?? [], 'escalation', code);
}
