import type { TimerDefinition } from '@dealwright/bpmn/types';
import { type ModdleNode, nodeOf, textOf } from '../../../diagram/moddle.ts';
import type { Create } from './Create.ts';

const PROPERTY = { duration: 'timeDuration', date: 'timeDate', cycle: 'timeCycle' } as const;
const TYPES = ['duration', 'date', 'cycle'] as const;

/** The timer of a timer event definition; a fresh one is a duration still to be filled in. */
export function readTimer(definition: ModdleNode): TimerDefinition {
  for (const type of TYPES) {
    const expression = nodeOf(definition, PROPERTY[type]);
    if (expression) return { type, source: textOf(expression, 'body') };
  }
  return { type: 'duration', source: '' };
}

/** The three properties of the definition: one set, the others cleared. */
export function writeTimer(timer: TimerDefinition, create: Create): Readonly<Record<string, unknown>> {
  const properties: Record<string, unknown> = { timeDuration: undefined, timeDate: undefined, timeCycle: undefined };
  properties[PROPERTY[timer.type]] = create('bpmn:FormalExpression', { body: timer.source });
  return properties;
}
