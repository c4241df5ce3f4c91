import { readDialects } from '../dialects/readDialects.ts';
import { juelToFeel } from '../dialects/juelToFeel.ts';
import { extensions, idOf, many, nameOf, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import { stripEquals } from '../dialects/expressions.ts';
import type { EventDefinition, TimerDefinition } from '../ProcessGraph.ts';

interface EventContext {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly nodeIndex: ReadonlyMap<string, number>;
}

/** The event definitions of an event, own and referenced, and the message of a send or receive task. */
export function eventDefinitions(node: BpmnElement, context: EventContext): readonly EventDefinition[] {
  if (node.$type === 'bpmn:SendTask' || node.$type === 'bpmn:ReceiveTask') {
    return one(node, 'messageRef') ? [messageEvent(node, node, context)] : [];
  }
  return definitionsOf(node).flatMap((definition) => toEvent(node, definition, context) ?? []);
}

export function definitionsOf(node: BpmnElement): readonly BpmnElement[] {
  if (!node.$instanceOf('bpmn:CatchEvent') && !node.$instanceOf('bpmn:ThrowEvent')) return [];
  return [...many(node, 'eventDefinitions'), ...many(node, 'eventDefinitionRef')];
}

function toEvent(node: BpmnElement, definition: BpmnElement, context: EventContext): EventDefinition | null {
  switch (definition.$type) {
    case 'bpmn:MessageEventDefinition':
      return messageEvent(node, definition, context);
    case 'bpmn:SignalEventDefinition':
      return { kind: 'signal', name: refName(one(definition, 'signalRef')) };
    case 'bpmn:ErrorEventDefinition': {
      const error = one(definition, 'errorRef');
      return { kind: 'error', code: error ? (text(error, 'errorCode') ?? refName(error)) : null };
    }
    case 'bpmn:EscalationEventDefinition': {
      const escalation = one(definition, 'escalationRef');
      return {
        kind: 'escalation',
        code: escalation ? (text(escalation, 'escalationCode') ?? refName(escalation)) : null,
      };
    }
    case 'bpmn:TimerEventDefinition': {
      const timer = timerOf(definition);
      return timer ? { kind: 'timer', timer } : null;
    }
    case 'bpmn:ConditionalEventDefinition':
      return { kind: 'conditional', condition: stripEquals(bodyOf(one(definition, 'condition'))) };
    case 'bpmn:CompensateEventDefinition': {
      const activity = one(definition, 'activityRef');
      return {
        kind: 'compensation',
        activity: activity ? (context.nodeIndex.get(idOf(activity)) ?? -1) : -1,
        wait: definition.get('waitForCompletion') !== false,
      };
    }
    case 'bpmn:LinkEventDefinition':
      return { kind: 'link', name: linkName(node, definition) };
    case 'bpmn:CancelEventDefinition':
      return { kind: 'cancel' };
    case 'bpmn:TerminateEventDefinition':
      return { kind: 'terminate' };
    default:
      return null;
  }
}

/** The link's name; tools that leave it out mean the event's own name. */
export function linkName(node: BpmnElement, definition: BpmnElement): string {
  return text(definition, 'name') ?? nameOf(node);
}

/** `timeDate`, `timeDuration` or `timeCycle`; null when none is filled. JUEL becomes FEEL behind "=". */
export function timerOf(definition: BpmnElement): TimerDefinition | null {
  for (const [property, type] of [
    ['timeDate', 'date'],
    ['timeDuration', 'duration'],
    ['timeCycle', 'cycle'],
  ] as const) {
    const body = bodyOf(one(definition, property)).trim();
    if (body === '') continue;
    const feel = juelToFeel(body);
    return { type, source: feel === null ? body : `=${feel}` };
  }
  return null;
}

function messageEvent(node: BpmnElement, holder: BpmnElement, context: EventContext): EventDefinition {
  const message = one(holder, 'messageRef');
  const key = extensions(node, 'dw:Correlation')[0];
  const own = key ? text(key, 'key') : undefined;
  const mapped = message ? readDialects(message, context.prefixes).correlation : undefined;
  return {
    kind: 'message',
    name: refName(message),
    correlation: own === undefined ? (mapped ?? null) : stripEquals(own),
  };
}

/** The name by which the outside knows a message, signal, error or escalation: its name, else its id. */
function refName(reference: BpmnElement | undefined): string {
  return reference ? nameOf(reference) || idOf(reference) : '';
}

export function bodyOf(expression: BpmnElement | undefined): string {
  return expression ? (text(expression, 'body') ?? '') : '';
}
