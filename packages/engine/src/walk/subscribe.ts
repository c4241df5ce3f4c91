import { Incident } from './Incident.ts';
import { subscriptionTo } from './subscriptionTo.ts';
import type { LiveToken, Walk } from './Walk.ts';

/** The token itself waits for its node's event. Throws an `Incident` when the event can't be waited for. */
export function subscribe(walk: Walk, token: LiveToken): void {
  const [event, ...more] = token.node.events;
  const subscription = event && more.length === 0 ? subscriptionTo(walk, event, token.scope) : null;
  if (!subscription) {
    throw new Incident('event-not-supported', {
      en: `"${token.node.name || token.node.id}" waits for an event of a kind that can't be executed yet.`,
      zh: `“${token.node.name || token.node.id}”等待的事件类型暂不支持执行。`,
    });
  }
  walk.effects.push({ type: 'subscribe', token: token.id, node: token.node.index, to: subscription.to });
}
