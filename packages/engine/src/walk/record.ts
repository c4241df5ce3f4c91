import type { LiveToken, Walk } from './Walk.ts';

/** Writes one line of history about a token at its node. */
export function record(walk: Walk, type: 'enter' | 'leave' | 'cancel' | 'incident', token: LiveToken): void {
  walk.events.push({ type, node: token.node.index, token: token.id, scope: token.scope.id });
}
