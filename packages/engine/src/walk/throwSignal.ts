import { broadcastSignal } from './broadcastSignal.ts';
import { payloadOf } from './throwMessage.ts';
import type { LiveToken, Walk } from './Walk.ts';

/** Broadcasts each signal that the token's node throws. The token may have been interrupted by it. */
export function throwSignal(walk: Walk, token: LiveToken): void {
  for (const event of token.node.events) {
    if (event.kind === 'signal' && !token.dead) broadcastSignal(walk, token.node.index, event.name, payloadOf(token));
  }
}
