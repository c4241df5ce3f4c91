import type { GraphNode } from '@dealwright/bpmn';
import { Incident } from './Incident.ts';
import { subscriptionTo } from './subscriptionTo.ts';
import { comesFromOutside } from './watchedEvent.ts';
import { armOwnEvents } from './watchers.ts';
import type { LiveToken, Walk } from './Walk.ts';

/** The token's own wait is the subscription: its node has one trigger, and that comes from outside. */
export function subscribesItself(node: GraphNode): boolean {
  return node.events.length === 1 && comesFromOutside(node.events[0]);
}

/**
 * The token waits for its node's event: by itself, or, for a condition or for several triggers, by watchers. Throws an
 * `Incident` when the event can't be waited for.
 */
export function subscribe(walk: Walk, token: LiveToken): void {
  const [event] = token.node.events;
  const subscription = event && subscribesItself(token.node) ? subscriptionTo(walk, event, token.scope) : null;
  if (subscription) {
    walk.effects.push({ type: 'subscribe', token: token.id, node: token.node.index, to: subscription.to });
    return;
  }
  if (armOwnEvents(walk, token)) return;
  throw new Incident('event-not-supported', {
    en: `"${token.node.name || token.node.id}" says nothing of what it waits for.`,
    zh: `“${token.node.name || token.node.id}”没有说明要等待什么。`,
  });
}
