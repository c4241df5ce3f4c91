import type { EventDefinition } from '@dealwright/bpmn';
import type { LiveToken } from './Walk.ts';

/** What a watcher waits for: the one of its node's triggers that it stands for. */
export function watchedEvent(watcher: LiveToken): EventDefinition | undefined {
  return watcher.node.events[watcher.data.event ?? 0];
}

/** Whether an event comes from outside and is subscribed to there. */
export function comesFromOutside(event: EventDefinition | undefined): boolean {
  return event?.kind === 'message' || event?.kind === 'signal' || event?.kind === 'timer';
}

/** Whether an event is thrown inside the instance, and found by looking for who catches it. */
export function isThrownInside(event: EventDefinition): boolean {
  return event.kind === 'error' || event.kind === 'escalation';
}

/** Whether the token is a watcher that waits for a condition to become true. */
export function isConditional(token: LiveToken): boolean {
  return token.data.on !== undefined && watchedEvent(token)?.kind === 'conditional';
}
