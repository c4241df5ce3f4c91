import { is, listOf, type ModdleNode, nodeOf } from '../../../diagram/moddle.ts';

export const EVENT_KINDS = [
  'none',
  'message',
  'timer',
  'signal',
  'conditional',
  'error',
  'escalation',
  'compensation',
  'cancel',
  'terminate',
  'link',
  'multiple',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
/** A kind that has a definition of its own. */
export type TriggerKind = Exclude<EventKind, 'none' | 'multiple'>;

const DEFINITIONS: Readonly<Record<TriggerKind, string>> = {
  message: 'bpmn:MessageEventDefinition',
  timer: 'bpmn:TimerEventDefinition',
  signal: 'bpmn:SignalEventDefinition',
  conditional: 'bpmn:ConditionalEventDefinition',
  error: 'bpmn:ErrorEventDefinition',
  escalation: 'bpmn:EscalationEventDefinition',
  compensation: 'bpmn:CompensateEventDefinition',
  cancel: 'bpmn:CancelEventDefinition',
  terminate: 'bpmn:TerminateEventDefinition',
  link: 'bpmn:LinkEventDefinition',
};

/** The kinds that BPMN allows where an event stands (BPMN 2.0.2, tables 10.84, 10.86, 10.88 to 10.90 and 10.93). */
export function eventKindsAt(node: ModdleNode): readonly EventKind[] {
  switch (node.$type) {
    case 'bpmn:StartEvent':
      return startKinds(node.$parent);
    case 'bpmn:IntermediateCatchEvent':
      return ['message', 'timer', 'signal', 'conditional', 'link'];
    case 'bpmn:IntermediateThrowEvent':
      return ['none', 'message', 'signal', 'escalation', 'compensation', 'link'];
    case 'bpmn:EndEvent': {
      const inTransaction = is(node.$parent, 'bpmn:Transaction');
      const cancel = inTransaction ? (['cancel'] as const) : [];
      return ['none', 'message', 'error', 'escalation', 'signal', 'compensation', ...cancel, 'terminate'];
    }
    case 'bpmn:BoundaryEvent': {
      const cancel = is(nodeOf(node, 'attachedToRef'), 'bpmn:Transaction') ? (['cancel'] as const) : [];
      return ['timer', 'message', 'error', 'escalation', 'signal', 'conditional', 'compensation', ...cancel];
    }
    default:
      return [];
  }
}

function startKinds(parent: ModdleNode | undefined): readonly EventKind[] {
  if (!is(parent, 'bpmn:SubProcess')) return ['none', 'message', 'timer', 'signal', 'conditional'];
  if (parent?.get('triggeredByEvent') !== true) return ['none'];
  return ['message', 'timer', 'signal', 'conditional', 'error', 'escalation', 'compensation'];
}

/** The kinds that can stand together as several triggers or results of one event here. */
export function triggerKindsAt(node: ModdleNode): readonly TriggerKind[] {
  const alone: readonly EventKind[] = ['none', 'link', 'terminate', 'cancel', 'multiple'];
  return eventKindsAt(node).filter((kind): kind is TriggerKind => !alone.includes(kind));
}

/** The kind of an event by its definitions; null for one that BPMN does not know. */
export function eventKindOf(node: ModdleNode): EventKind | null {
  const [first, second] = listOf(node, 'eventDefinitions');
  if (!first) return 'none';
  return second ? 'multiple' : triggerKindOf(first);
}

/** The kind of one definition. */
export function triggerKindOf(definition: ModdleNode): TriggerKind | null {
  return (Object.keys(DEFINITIONS) as TriggerKind[]).find((kind) => DEFINITIONS[kind] === definition.$type) ?? null;
}

/** The moddle type of a kind's definition. */
export function definitionTypeOf(kind: TriggerKind): string {
  return DEFINITIONS[kind];
}

/**
 * Whether the event can be set to leave going what it happens to: not where BPMN ends that in any case, as an error, a
 * cancellation and compensation do (BPMN 2.0.2, tables 10.86 and 10.90).
 */
export function mayBeNonInterrupting(node: ModdleNode): boolean {
  const inEventSubProcess = is(node, 'bpmn:StartEvent') && node.$parent?.get('triggeredByEvent') === true;
  if (!inEventSubProcess && !is(node, 'bpmn:BoundaryEvent')) return false;
  const kinds = listOf(node, 'eventDefinitions').map(triggerKindOf);
  return !kinds.some((kind) => kind === 'error' || kind === 'cancel' || kind === 'compensation');
}
