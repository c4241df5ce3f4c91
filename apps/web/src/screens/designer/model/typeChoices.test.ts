import { expect, test } from 'vitest';
import { create } from '../../../testing/testModel.ts';
import { eventDefinitionType, eventKindOf, typeChoices } from './typeChoices.ts';

test('tasks, gateways and events have choices of their own kind', () => {
  expect(typeChoices(create('bpmn:UserTask', {}))).toMatchObject({ kind: 'type' });
  expect(typeChoices(create('bpmn:ParallelGateway', {}))).toMatchObject({ kind: 'type' });
  expect(typeChoices(create('bpmn:EndEvent', {}))).toMatchObject({ kind: 'event' });
  expect(typeChoices(create('bpmn:SubProcess', {}))).toBeNull();
});

test('the kind of an event is that of its definition', () => {
  expect(eventKindOf(create('bpmn:StartEvent', {}))).toBe('none');
  const timer = create('bpmn:BoundaryEvent', { eventDefinitions: [create('bpmn:TimerEventDefinition', {})] });
  expect(eventKindOf(timer)).toBe('timer');
  const odd = create('bpmn:EndEvent', { eventDefinitions: [create('bpmn:CancelEventDefinition', {})] });
  expect(eventKindOf(odd)).toBeNull();
});

test('a definition has its type, a none event has none', () => {
  expect(eventDefinitionType('message')).toBe('bpmn:MessageEventDefinition');
  expect(eventDefinitionType('none')).toBeUndefined();
});
