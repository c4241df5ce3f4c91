import type { GraphNode } from '@dealwright/bpmn';
import { broadcastSignal } from './broadcastSignal.ts';
import { payloadOf } from './throwMessage.ts';
import type { LiveToken, Walk } from './Walk.ts';

/** Broadcasts each signal that the token's node throws. The token may have been interrupted by it. */
export function throwSignal(walk: Walk, token: LiveToken): void {
  for (const event of token.node.events) {
    if (event.kind === 'signal' && !token.dead) broadcastSignal(walk, token.node.index, event.name, payloadOf(token));
  }
}

/**
 * A signal is thrown only when all other tokens have gone as far as they can: branches that run side by side are
 * simultaneous, and a signal that one of them waits for must not depend on the order of the drawing.
 */
export function throwsSignal({ type, events }: GraphNode): boolean {
  const throws = type === 'intermediateThrowEvent' || type === 'endEvent';
  return throws && events.some((event) => event.kind === 'signal');
}
