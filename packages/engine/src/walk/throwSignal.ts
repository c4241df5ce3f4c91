import { payloadOf } from './throwMessage.ts';
import type { LiveToken, Walk } from './Walk.ts';

/**
 * Broadcasts each signal that the token's node throws. It reaches this instance too, by its own subscriptions: the
 * outside delivers it after the step, so that a throw is never heard before the step's waits stand.
 */
export function throwSignal(walk: Walk, token: LiveToken): void {
  for (const event of token.node.events) {
    if (event.kind !== 'signal') continue;
    walk.effects.push({ type: 'broadcastSignal', node: token.node.index, name: event.name, payload: payloadOf(token) });
  }
}
