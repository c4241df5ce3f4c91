import type { JsonObject } from '../types/Json.ts';
import { complete } from './phases.ts';
import { subscribesItself } from './subscribe.ts';
import { isAnswerable } from './tokenKinds.ts';
import { releaseWait } from './tokens.ts';
import { triggerWatcher } from './triggerWatcher.ts';
import { watchedEvent } from './watchedEvent.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/**
 * Broadcasts a signal (BPMN 2.0.2, 10.5.1 and 10.5.5). Everyone in this instance who waits for it now catches it before
 * whoever threw it goes on, so that an event that interrupts the thrower does so; what comes to wait later has missed
 * it. The outside is told for all other instances.
 */
export function broadcastSignal(walk: Walk, node: number, name: string, payload: JsonObject): void {
  const reaches = walk.rules.signalsReachOwnWaits;
  if (reaches) catchSignal(walk, name, payload);
  walk.effects.push({ type: 'broadcastSignal', node, name, payload, toOwn: !reaches });
}

/**
 * Everyone who waits for a signal catches it, the innermost first. Where an event subprocess catches it, the border of
 * its activity does not as well: it would have to be thrown again (10.5.6, Handling Events). Returns how many caught it.
 */
export function catchSignal(walk: Walk, name: string, payload: JsonObject): number {
  const listeners = [...walk.tokens]
    .filter((token) => isWaitingFor(walk, token, name))
    .toSorted((a, b) => depthOf(b.scope) - depthOf(a.scope));
  const handled = new Set<LiveToken>();
  let caught = 0;
  for (const listener of listeners) {
    // caught earlier in this round, it may have been interrupted by another
    if (listener.dead || (listener.host && handled.has(listener.host))) continue;
    const { owner } = listener.scope;
    if (listener.data.on === 0 && owner) handled.add(owner);
    deliver(walk, listener, payload);
    caught++;
  }
  return caught;
}

function isWaitingFor(walk: Walk, token: LiveToken, name: string): boolean {
  if (token.data.on === undefined && !(subscribesItself(token.node) && isAnswerable(walk, token))) return false;
  if (token.moving || token.beginning || token.data.met) return false;
  const event = watchedEvent(token);
  return event?.kind === 'signal' && event.name === name;
}

function depthOf(scope: LiveScope): number {
  let depth = 0;
  for (let at = scope.parent; at; at = at.parent) depth++;
  return depth;
}

function deliver(walk: Walk, listener: LiveToken, payload: JsonObject): void {
  if (listener.data.on !== undefined) {
    triggerWatcher(walk, listener, payload);
    return;
  }
  releaseWait(walk, listener, 'done');
  complete(walk, listener, payload);
}
