import { isBookkeeping } from './tokenKinds.ts';
import type { LiveToken, Walk } from './Walk.ts';

/** Writes one line of history about a token at its node. */
export function record(walk: Walk, type: 'enter' | 'leave' | 'cancel' | 'incident', token: LiveToken): void {
  if (type !== 'incident' && isBookkeeping(token)) return;
  walk.events.push({ type, node: token.node.index, token: token.id, scope: token.scope.id });
}
