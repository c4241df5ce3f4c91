import type { EventDefinition } from '@dealwright/bpmn';
import { correlationValue } from './correlationValue.ts';
import { planTimer } from './planTimer.ts';
import type { Subscription } from '../types/Effect.ts';
import { visibleVariables } from './variables.ts';
import type { LiveScope, Walk } from './Walk.ts';

export interface PlannedSubscription {
  readonly to: Subscription;
  /** timer cycles: firings after this one; null when without end or not a cycle */
  readonly left: number | null;
  /** timer cycles: the interval, ISO 8601; null otherwise */
  readonly every: string | null;
}

/**
 * What has to be waited for so that the event is caught; null for kinds that are thrown inside the instance (error).
 * The correlation and the timer are evaluated now. Throws an `Incident` when that fails.
 */
export function subscriptionTo(walk: Walk, event: EventDefinition, scope: LiveScope): PlannedSubscription | null {
  switch (event.kind) {
    case 'message':
      return {
        to: {
          kind: 'message',
          name: event.name,
          correlation: correlationValue(walk, event.correlation, visibleVariables(scope)),
        },
        left: null,
        every: null,
      };
    case 'signal':
      return { to: { kind: 'signal', name: event.name }, left: null, every: null };
    case 'timer': {
      const plan = planTimer(walk, event.timer, scope);
      return { to: { kind: 'timer', due: plan.due }, left: plan.left, every: plan.every };
    }
    default:
      return null;
  }
}
