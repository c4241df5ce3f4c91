import type { GraphNode } from '@dealwright/bpmn';
import type { JsonObject } from '../types/Json.ts';
import { giveOutputs } from './dataMapping.ts';
import { nodeAt } from './openWalk.ts';
import { emptyScope, openScope } from './scopes.ts';
import { stickOnIncident } from './stick.ts';
import { writeVariables } from './variables.ts';
import { enterCaught } from './watchers.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/**
 * An event subprocess of `scope` starts at its start event `start`. An interrupting one first cancels all else in the
 * scope and withdraws the other event subprocesses (BPMN 2.0.2, 13.5.4).
 *
 * @param payload what came with the event; where the start event's mapping of it fails, the event subprocess is held
 */
export function catchInEventSubProcess(
  walk: Walk,
  start: GraphNode,
  scope: LiveScope,
  interrupting: boolean,
  payload: JsonObject = {},
): void {
  if (interrupting) emptyScope(walk, scope);
  const token = enterCaught(walk, nodeAt(walk.graph, start.parent), scope);
  if (Object.keys(payload).length > 0) token.data.result = payload;
  stickOnIncident(walk, token, 'enter', () => openEventSubProcess(walk, token, start));
}

/** Writes what came with the event, once, and begins. Throws an `Incident` when either can't be done. */
export function openEventSubProcess(walk: Walk, token: LiveToken, start: GraphNode): void {
  const variables = giveOutputs(walk, token, token.data.result ?? {}, start);
  writeVariables(walk, token.scope, variables);
  delete token.data.result;
  openScope(walk, token.node, token, [start.index]);
}
