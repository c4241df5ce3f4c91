import { expect, test } from 'vitest';
import type { ModdleNode } from '../../../diagram/moddle.ts';
import { create } from '../../../testing/testModel.ts';
import {
  definitionTypeOf,
  EVENT_KINDS,
  eventKindOf,
  eventKindsAt,
  mayBeNonInterrupting,
  triggerKindOf,
  triggerKindsAt,
} from './eventKinds.ts';

function inside(node: ModdleNode, parent: ModdleNode): ModdleNode {
  return Object.assign(node, { $parent: parent });
}
const event = (type: string, ...definitions: string[]) =>
  create(`bpmn:${type}`, { eventDefinitions: definitions.map((one) => create(`bpmn:${one}EventDefinition`, {})) });

test('a start event may do what its place allows', () => {
  const start = event('StartEvent');
  expect(eventKindsAt(inside(start, create('bpmn:Process', {})))).toContain('conditional');
  expect(eventKindsAt(inside(start, create('bpmn:SubProcess', {})))).toEqual(['none']);
  const eventSubProcess = create('bpmn:SubProcess', { triggeredByEvent: true });
  expect(eventKindsAt(inside(start, eventSubProcess))).toEqual(
    expect.arrayContaining(['error', 'escalation', 'compensation']),
  );
  expect(eventKindsAt(start)).not.toContain('none');
});

test('only a transaction can be cancelled', () => {
  const end = event('EndEvent');
  expect(eventKindsAt(inside(end, create('bpmn:SubProcess', {})))).not.toContain('cancel');
  expect(eventKindsAt(inside(end, create('bpmn:Transaction', {})))).toContain('cancel');
  const boundary = (host: string) => create('bpmn:BoundaryEvent', { attachedToRef: create(host, {}) });
  expect(eventKindsAt(boundary('bpmn:UserTask'))).not.toContain('cancel');
  expect(eventKindsAt(boundary('bpmn:Transaction'))).toContain('cancel');
});

test('every kind with a definition is known by it', () => {
  for (const kind of EVENT_KINDS) {
    if (kind === 'none' || kind === 'multiple') continue;
    expect(triggerKindOf(create(definitionTypeOf(kind), {}))).toBe(kind);
  }
  expect(eventKindOf(event('EndEvent'))).toBe('none');
  expect(eventKindOf(event('EndEvent', 'Compensate'))).toBe('compensation');
  expect(eventKindOf(event('EndEvent', 'Signal', 'Message'))).toBe('multiple');
});

test('a link, an end of all and a cancellation stand alone', () => {
  expect(triggerKindsAt(event('IntermediateCatchEvent'))).toEqual(['message', 'timer', 'signal', 'conditional']);
  expect(triggerKindsAt(event('EndEvent'))).toEqual(['message', 'error', 'escalation', 'signal', 'compensation']);
});

test('an error always interrupts, a timer need not', () => {
  expect(mayBeNonInterrupting(event('BoundaryEvent', 'Timer'))).toBe(true);
  expect(mayBeNonInterrupting(event('BoundaryEvent', 'Timer', 'Error'))).toBe(false);
  expect(mayBeNonInterrupting(event('StartEvent', 'Timer'))).toBe(false);
  const inner = inside(event('StartEvent', 'Timer'), create('bpmn:SubProcess', { triggeredByEvent: true }));
  expect(mayBeNonInterrupting(inner)).toBe(true);
});
