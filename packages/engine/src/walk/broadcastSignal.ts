import type { JsonObject } from '../types/Json.ts';
import { complete } from './phases.ts';
import { subscribesItself } from './subscribe.ts';
import { isAnswerable } from './tokenKinds.ts';
import { releaseWait } from './tokens.ts';
import { triggerWatcher } from './triggerWatcher.ts';
import { watchedEvent } from './watchedEvent.ts';
import type { LiveToken, Walk } from './Walk.ts';

/**
 * Broadcasts a signal (BPMN 2.0.2, 10.5.5). Everyone in this instance who waits for it now catches it before whoever
 * threw it goes on, so that an event that interrupts the thrower does so; what comes to wait later has missed it. The
 * outside is told for all other instances.
 */
export function broadcastSignal(walk: Walk, node: number, name: string, payload: JsonObject): void {
  const reaches = walk.rules.signalsReachOwnWaits;
  const listeners = reaches ? [...walk.tokens.values()].filter((token) => isWaitingFor(walk, token, name)) : [];
  for (const listener of listeners) {
    // caught earlier in this round, it may have been interrupted by another
    if (!listener.dead) deliver(walk, listener, payload);
  }
  walk.effects.push({ type: 'broadcastSignal', node, name, payload, toOwn: !reaches });
}

function isWaitingFor(walk: Walk, token: LiveToken, name: string): boolean {
  if (token.data.on === undefined && !(subscribesItself(token.node) && isAnswerable(walk, token))) return false;
  if (token.moving || token.beginning || token.data.met) return false;
  const event = watchedEvent(token);
  return event?.kind === 'signal' && event.name === name;
}

function deliver(walk: Walk, listener: LiveToken, payload: JsonObject): void {
  if (listener.data.on !== undefined) {
    triggerWatcher(walk, listener, payload);
    return;
  }
  releaseWait(walk, listener, 'done');
  complete(walk, listener, payload);
}
