import { listOf, type ModdleNode } from '../../../diagram/moddle.ts';
import type { Create } from './Create.ts';

/** Messages, signals, errors and escalations stand once in the file and are referred to by the events. */
export const REFERENCES = {
  'bpmn:MessageEventDefinition': { property: 'messageRef', type: 'bpmn:Message', key: 'name' },
  'bpmn:ReceiveTask': { property: 'messageRef', type: 'bpmn:Message', key: 'name' },
  'bpmn:SendTask': { property: 'messageRef', type: 'bpmn:Message', key: 'name' },
  'bpmn:SignalEventDefinition': { property: 'signalRef', type: 'bpmn:Signal', key: 'name' },
  'bpmn:ErrorEventDefinition': { property: 'errorRef', type: 'bpmn:Error', key: 'errorCode' },
  'bpmn:EscalationEventDefinition': { property: 'escalationRef', type: 'bpmn:Escalation', key: 'escalationCode' },
} as const;
export type ReferenceOwner = keyof typeof REFERENCES;

/** Whether a node refers to a message, signal, error or escalation. */
export function isReferenceOwner(type: string): type is ReferenceOwner {
  return type in REFERENCES;
}

/** The root element with this name, and the list of root elements to write when it had to be made. */
export function referenceTo(
  definitions: ModdleNode,
  owner: ReferenceOwner,
  name: string,
  create: Create,
): { target: ModdleNode; rootElements: readonly ModdleNode[] | null } {
  const { type, key } = REFERENCES[owner];
  const roots = listOf(definitions, 'rootElements');
  const found = roots.find((root) => root.$type === type && root.get(key) === name);
  if (found) return { target: found, rootElements: null };
  const target = create(type, key === 'name' ? { name } : { name, [key]: name });
  Object.assign(target, { $parent: definitions });
  return { target, rootElements: [...roots, target] };
}
