import { correlationValue } from './correlationValue.ts';
import type { JsonObject } from '../types/Json.ts';
import { tokenVariables } from './variables.ts';
import type { LiveToken, Walk } from './Walk.ts';

/**
 * Sends each message that the token's node throws. A message carries what the node's input mapping makes, and nothing
 * of its own accord: BPMN moves data only where a mapping says so, and a name that the receiver uses for something else
 * must not be overwritten silently.
 * Throws an `Incident`, with nothing sent, when a correlation fails.
 */
export function throwMessage(walk: Walk, token: LiveToken): void {
  const messages = token.node.events
    .filter((event) => event.kind === 'message')
    .map((event) => ({
      type: 'sendMessage' as const,
      node: token.node.index,
      name: event.name,
      correlation: correlationValue(walk, event.correlation, tokenVariables(token)),
      payload: payloadOf(token),
    }));
  walk.effects.push(...messages);
}

/** What the node's input mapping has made, and nothing else that is the token's own. */
export function payloadOf({ node, data }: LiveToken): JsonObject {
  const names = new Set(node.inputs.map(({ name }) => name));
  return Object.fromEntries(Object.entries(data.local ?? {}).filter(([name]) => names.has(name)));
}
