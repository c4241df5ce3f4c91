import type { GraphNode } from '@dealwright/bpmn';
import { nodeAt } from './openWalk.ts';
import { emptyScope, openScope } from './scopes.ts';
import { stickOnIncident } from './stick.ts';
import { enterCaught } from './watchers.ts';
import type { LiveScope, Walk } from './Walk.ts';

/**
 * An event subprocess of `scope` starts at its start event `start`. An interrupting one first cancels all else in the
 * scope and withdraws the other event subprocesses (BPMN 2.0.2, 13.5.4).
 */
export function catchInEventSubProcess(walk: Walk, start: GraphNode, scope: LiveScope, interrupting: boolean): void {
  if (interrupting) emptyScope(walk, scope);
  const token = enterCaught(walk, nodeAt(walk.graph, start.parent), scope);
  stickOnIncident(walk, token, 'enter', () => openScope(walk, token.node, token, [start.index]));
}
