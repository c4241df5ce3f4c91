import { is, type ModdleNode } from '../../../diagram/moddle.ts';
import { type EventKind, eventKindsAt } from './eventKinds.ts';

/** A subprocess by what it is for; an event subprocess is the same BPMN type with a mark. */
export const SCOPE_KINDS = ['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess', 'event'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** What an element can be replaced with by one choice; `null` for what has no such choice. */
export type TypeChoice =
  | { readonly kind: 'type'; readonly types: readonly string[] }
  | { readonly kind: 'scope'; readonly scopes: readonly ScopeKind[] }
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
const GATEWAYS = [
  'bpmn:ExclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:InclusiveGateway',
  'bpmn:EventBasedGateway',
  'bpmn:ComplexGateway',
];

/** Which other types an element like this can have where it stands. */
export function typeChoices(node: ModdleNode): TypeChoice | null {
  if (TASKS.includes(node.$type)) return { kind: 'type', types: TASKS };
  if (is(node, 'bpmn:Gateway')) return { kind: 'type', types: GATEWAYS };
  if (is(node, 'bpmn:SubProcess')) return { kind: 'scope', scopes: SCOPE_KINDS };
  const events = eventKindsAt(node);
  return events.length > 0 ? { kind: 'event', events } : null;
}

/** What a subprocess is for. */
export function scopeKindOf(node: ModdleNode): ScopeKind {
  if (node.get('triggeredByEvent') === true) return 'event';
  return SCOPE_KINDS.find((kind) => kind === node.$type) ?? 'bpmn:SubProcess';
}
