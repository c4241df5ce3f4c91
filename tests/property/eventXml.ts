import type { EventDefinition } from '../../packages/bpmn/src/index.ts';
import type { DrawnProcess } from '../../packages/engine/src/testing/random/index.ts';
import { element, expression, type Xml } from './xml.ts';

const TIMERS = { date: 'timeDate', duration: 'timeDuration', cycle: 'timeCycle' } as const;

/** An event definition in a process whose nodes are numbered from 1, in the order of the drawing. */
export function eventXml({ nodes }: Pick<DrawnProcess, 'nodes'>, event: EventDefinition): Xml {
  switch (event.kind) {
    case 'message':
    case 'signal':
      return element(`${event.kind}EventDefinition`, { [`${event.kind}Ref`]: event.name });
    case 'error':
    case 'escalation':
      return element(`${event.kind}EventDefinition`, event.code === null ? {} : { [`${event.kind}Ref`]: event.code });
    case 'timer': {
      const { type, source } = event.timer;
      return element('timerEventDefinition', {}, expression(TIMERS[type], source));
    }
    case 'conditional':
      return element('conditionalEventDefinition', {}, expression('condition', event.condition));
    case 'compensation': {
      const activity = Object.keys(nodes)[event.activity - 1];
      return element('compensateEventDefinition', {
        ...(activity === undefined ? {} : { activityRef: activity }),
        ...(event.wait ? {} : { waitForCompletion: 'false' }),
      });
    }
    case 'link':
      return element('linkEventDefinition', { name: event.name });
    case 'cancel':
    case 'terminate':
      return element(`${event.kind}EventDefinition`, {});
  }
}
