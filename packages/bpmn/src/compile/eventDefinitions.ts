import { isQuartz, quartzCron } from '../dialects/quartzCron.ts';
import { templateToFeel } from '../dialects/templateToFeel.ts';
import type { ModelIndex } from '../ModelIndex.ts';
import { idOf, many, nameOf, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { EventDefinition, TimerDefinition } from '../ProcessGraph.ts';
import { calendarOf } from './calendarOf.ts';
import { correlationOf } from './correlationOf.ts';
import { expressionOf } from './expressionOf.ts';
import type { MessageLinks } from './messageLinks.ts';

export interface EventContext {
  readonly index: ModelIndex;
  readonly nodeIndex: ReadonlyMap<string, number>;
  readonly links: MessageLinks;
}

/**
 * The event definitions of an event, own and referenced, and the message of a send or receive task. A start or end
 * event without any is about the messages of the flows that are drawn to or from it (BPMN 2.0.2, 10.5.2 and 10.5.3).
 */
export function eventDefinitions(node: BpmnElement, context: EventContext): readonly EventDefinition[] {
  const task = node.$type === 'bpmn:SendTask' || node.$type === 'bpmn:ReceiveTask';
  const definitions = definitionsOf(node);
  if (task) return messageOf(node) || isLinked(node, context) ? messageEvents(node, node, context) : [];
  const endOfFlow = node.$type === 'bpmn:StartEvent' || node.$type === 'bpmn:EndEvent';
  if (endOfFlow && definitions.length === 0 && isLinked(node, context)) return messageEvents(node, node, context);
  return definitions.flatMap((definition) => toEvents(node, definition, context));
}

/** The message that a send or receive task or a message event definition names, by itself or by its operation. */
export function messageOf(holder: BpmnElement): BpmnElement | undefined {
  const operation = one(holder, 'operationRef');
  return one(holder, 'messageRef') ?? (operation && one(operation, 'inMessageRef'));
}

function isLinked(node: BpmnElement, { links }: EventContext): boolean {
  return sends(node) ? links.sent.has(node) : links.received.has(node);
}

function sends(node: BpmnElement): boolean {
  return node.$type === 'bpmn:SendTask' || node.$instanceOf('bpmn:ThrowEvent');
}

export function definitionsOf(node: BpmnElement): readonly BpmnElement[] {
  if (!node.$instanceOf('bpmn:CatchEvent') && !node.$instanceOf('bpmn:ThrowEvent')) return [];
  return [...many(node, 'eventDefinitions'), ...many(node, 'eventDefinitionRef')];
}

/** One definition as seen from its node; several messages when a sender's unnamed message goes along several flows. */
export function toEvents(
  node: BpmnElement,
  definition: BpmnElement,
  context: EventContext,
): readonly EventDefinition[] {
  if (definition.$type === 'bpmn:MessageEventDefinition') return messageEvents(node, definition, context);
  const event = toEvent(node, definition, context);
  return event ? [event] : [];
}

function toEvent(node: BpmnElement, definition: BpmnElement, context: EventContext): EventDefinition | null {
  switch (definition.$type) {
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
    case 'bpmn:TimerEventDefinition':
      return { kind: 'timer', timer: byCalendar(node, timerOf(definition) ?? { type: 'duration', source: '' }) };
    case 'bpmn:ConditionalEventDefinition':
      return { kind: 'conditional', condition: expressionOf(definition, 'condition') ?? '' };
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
    const feel = /[$#]\{/.test(body) ? templateToFeel(body) : null;
    if (feel !== null) return { type, source: `=${feel}` };
    return { type, source: type === 'cycle' && isQuartz(definition) ? quartzCron(body) : body };
  }
  return null;
}

/** What counts from now on is counted in working time where the drawing names a calendar. */
function byCalendar(node: BpmnElement, timer: TimerDefinition): TimerDefinition {
  const calendar = timer.type === 'duration' ? calendarOf(node) : null;
  return calendar === null ? timer : { ...timer, calendar };
}

function messageEvents(node: BpmnElement, holder: BpmnElement, context: EventContext): readonly EventDefinition[] {
  const message = messageOf(holder);
  const correlation = correlationOf(node, message, context.index);
  const received = context.links.received.get(node);
  const linked = sends(node) ? (context.links.sent.get(node) ?? []) : received === undefined ? [] : [received];
  const names = message || linked.length === 0 ? [refName(message)] : linked;
  return names.map((name) => ({ kind: 'message', name, correlation }));
}

/** The name by which the outside knows a message, signal, error or escalation: its name, else its id. */
function refName(reference: BpmnElement | undefined): string {
  return reference ? nameOf(reference) || idOf(reference) : '';
}

export function bodyOf(expression: BpmnElement | undefined): string {
  return expression ? (text(expression, 'body') ?? '') : '';
}
