import type { GraphNode } from '@dealwright/bpmn';
import type { JsonObject } from '../types/Json.ts';
import { resumeCompensation } from './compensate.ts';
import { complete } from './phases.ts';
import { cancelToken } from './scopes.ts';
import { enterCaught } from './watchers.ts';
import type { LiveToken, Walk } from './Walk.ts';

/**
 * A boundary event is caught: it cancels its activity when it interrupts, else lets it go on; then a token leaves by
 * the boundary event's own flows. A compensation does not wait for a handler that was interrupted.
 *
 * @param payload what came with the event; where the event's mapping of it fails, the token is held there
 */
export function catchAtBoundary(
  walk: Walk,
  boundary: GraphNode,
  host: LiveToken,
  interrupting: boolean,
  payload: JsonObject = {},
): void {
  // the catching token is put before the activity's is cancelled, so that the scope is never empty between
  const token = enterCaught(walk, boundary, host.scope);
  if (interrupting) cancelToken(walk, host);
  complete(walk, token, payload);
  if (interrupting && host.data.worksFor !== undefined) resumeCompensation(walk, host.data.worksFor);
}
