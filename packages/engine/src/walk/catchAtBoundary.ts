import type { GraphNode } from '@dealwright/bpmn';
import { resumeCompensation } from './compensate.ts';
import { depart } from './depart.ts';
import { cancelToken } from './scopes.ts';
import { enterCaught } from './watchers.ts';
import type { LiveToken, Walk } from './Walk.ts';

/**
 * A boundary event is caught: it cancels its activity when it interrupts, else lets it go on; then a token leaves by
 * the boundary event's own flows. A compensation does not wait for a handler that was interrupted.
 */
export function catchAtBoundary(walk: Walk, boundary: GraphNode, host: LiveToken, interrupting: boolean): void {
  // the catching token is put before the activity's is cancelled, so that the scope is never empty between
  const token = enterCaught(walk, boundary, host.scope);
  if (interrupting) cancelToken(walk, host);
  depart(walk, token);
  if (interrupting && host.data.worksFor !== undefined) resumeCompensation(walk, host.data.worksFor);
}
