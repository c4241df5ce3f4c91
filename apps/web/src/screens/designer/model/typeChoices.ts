import { is, listOf, type ModdleNode } from '../../../diagram/moddle.ts';

export type EventKind = 'none' | 'message' | 'timer' | 'signal' | 'error' | 'terminate' | 'link';

/** What an element can be replaced with by one choice; `null` for what has no such choice. */
export type TypeChoice =
  | { readonly kind: 'type'; readonly types: readonly string[] }
  | { readonly kind: 'event'; readonly events: readonly EventKind[] };

const TASKS = [
  'bpmn:Task',
  'bpmn:UserTask',
  'bpmn:ManualTask',
  'bpmn:ServiceTask',
  'bpmn:ScriptTask',
  'bpmn:SendTask',
  'bpmn:ReceiveTask',
  'bpmn:BusinessRuleTask',
  'bpmn:CallActivity',
];
const GATEWAYS = ['bpmn:ExclusiveGateway', 'bpmn:ParallelGateway', 'bpmn:InclusiveGateway', 'bpmn:EventBasedGateway'];
const EVENTS: Readonly<Record<string, readonly EventKind[]>> = {
  'bpmn:StartEvent': ['none', 'message', 'timer', 'signal'],
  'bpmn:IntermediateCatchEvent': ['message', 'timer', 'signal', 'link'],
  'bpmn:IntermediateThrowEvent': ['none', 'message', 'signal', 'link'],
  'bpmn:EndEvent': ['none', 'message', 'error', 'signal', 'terminate'],
  'bpmn:BoundaryEvent': ['timer', 'message', 'signal', 'error'],
};

/** Which other types the executor knows for an element like this. */
export function typeChoices(node: ModdleNode): TypeChoice | null {
  if (TASKS.includes(node.$type)) return { kind: 'type', types: TASKS };
  if (is(node, 'bpmn:Gateway')) return { kind: 'type', types: GATEWAYS };
  const events = EVENTS[node.$type];
  return events ? { kind: 'event', events } : null;
}

/** The kind of an event by its definition. */
export function eventKindOf(node: ModdleNode): EventKind | null {
  const definitions = listOf(node, 'eventDefinitions');
  if (definitions.length === 0) return 'none';
  const kind = definitions[0]?.$type.replace(/^bpmn:(\w+)EventDefinition$/, '$1').toLowerCase();
  const known: readonly EventKind[] = ['message', 'timer', 'signal', 'error', 'terminate', 'link'];
  return known.find((one) => one === kind) ?? null;
}

/** The moddle type of an event definition; undefined for a none event. */
export function eventDefinitionType(kind: EventKind): string | undefined {
  return kind === 'none' ? undefined : `bpmn:${kind[0]?.toUpperCase()}${kind.slice(1)}EventDefinition`;
}
