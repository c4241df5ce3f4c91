import { expect, test } from 'vitest';
import { create } from '../../../testing/testModel.ts';
import { scopeKindOf, typeChoices } from './typeChoices.ts';

test('tasks, gateways, subprocesses and events have choices of their own kind', () => {
  expect(typeChoices(create('bpmn:UserTask', {}))).toMatchObject({ kind: 'type' });
  expect(typeChoices(create('bpmn:ComplexGateway', {}))).toMatchObject({ kind: 'type' });
  expect(typeChoices(create('bpmn:Transaction', {}))).toMatchObject({ kind: 'scope' });
  expect(typeChoices(create('bpmn:EndEvent', {}))).toMatchObject({ kind: 'event' });
  expect(typeChoices(create('bpmn:SequenceFlow', {}))).toBeNull();
});

test('an event subprocess is told from a plain one by its mark', () => {
  expect(scopeKindOf(create('bpmn:SubProcess', {}))).toBe('bpmn:SubProcess');
  expect(scopeKindOf(create('bpmn:SubProcess', { triggeredByEvent: true }))).toBe('event');
  expect(scopeKindOf(create('bpmn:AdHocSubProcess', {}))).toBe('bpmn:AdHocSubProcess');
});
