import { correlationValue } from './correlationValue.ts';
import type { LiveToken, Walk } from './Walk.ts';

/**
 * Sends each message that the token's node throws. A message carries no variables of its own accord: BPMN moves data
 * only where a mapping says so, and a name that the receiver uses for something else must not be overwritten silently.
 * Throws an `Incident`, with nothing sent, when a correlation fails.
 */
export function throwMessage(walk: Walk, token: LiveToken): void {
  const messages = token.node.events
    .filter((event) => event.kind === 'message')
    .map((event) => ({
      type: 'sendMessage' as const,
      node: token.node.index,
      name: event.name,
      correlation: correlationValue(walk, event.correlation, token.scope),
      payload: {},
    }));
  walk.effects.push(...messages);
}
