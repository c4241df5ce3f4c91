import { catchAtBoundary } from './catchAtBoundary.ts';
import { catchInEventSubProcess } from './catchInEventSubProcess.ts';
import { finishInstance } from './finishInstance.ts';
import { innerHandler, type InnerHandler } from './innerHandler.ts';
import { nodeAt } from './openWalk.ts';
import { emptyScope } from './scopes.ts';
import { hasBorder, hasHandlers } from './tokenKinds.ts';
import { eventStartsOf } from './watchers.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/**
 * An error thrown at `origin` is caught by the nearest handler outwards (BPMN 2.0.2, 10.5.1 and 13.5.5): a boundary
 * event of the activity itself, then, scope by scope, an event subprocess of the scope and a boundary event of the
 * activity that owns the scope. At one place the handler of this code goes before one that catches all. An event
 * subprocess never catches what is thrown inside itself or a sibling that has replaced the scope. Handlers of errors
 * always interrupt. Uncaught, the instance fails.
 */
export function raiseError(walk: Walk, origin: LiveToken, code: string, message: string): void {
  walk.events.push({ type: 'error', node: origin.node.index, token: origin.id, scope: origin.scope.id, code });
  let from = origin;
  for (;;) {
    const border = hasBorder(from) ? from.node.boundary : [];
    const nodes = border.map((index) => nodeAt(walk.graph, index));
    const boundary = innerHandler(nodes, from.watchers ?? [], 'error', code);
    if (boundary) {
      catchAtBoundary(walk, boundary.node, from, true);
      return;
    }
    const scope = from.scope;
    const inHandler = from.node.type === 'eventSubProcess' || !hasHandlers(scope);
    const handler = inHandler ? null : eventSubProcessHandler(walk, scope, code);
    if (handler) {
      catchInEventSubProcess(walk, handler.node, scope, true);
      return;
    }
    if (!scope.owner) break;
    from = scope.owner;
  }
  emptyScope(walk, from.scope);
  finishInstance(walk, 'failed', message === '' ? code : `${code}: ${message}`, code);
}

function eventSubProcessHandler(walk: Walk, scope: LiveScope, code: string): InnerHandler | null {
  const starts = scope.node.eventSubProcesses.flatMap((index) => eventStartsOf(walk, nodeAt(walk.graph, index)));
  return innerHandler(starts, scope.watchers ?? [], 'error', code);
}
