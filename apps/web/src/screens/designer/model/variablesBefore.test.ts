import { expect, test } from 'vitest';
import type { ModdleNode } from '../../../diagram/moddle.ts';
import { carrying, create } from '../../../testing/testModel.ts';
import { completions } from './completions.ts';
import { variablesBefore } from './variablesBefore.ts';

const asking = (key: string) =>
  carrying('bpmn:UserTask', [
    create('dw:Form', { schema: JSON.stringify({ type: 'default', components: [{ type: 'number', key }] }) }),
  ]);
function join(source: ModdleNode, target: ModdleNode): void {
  const flow = create('bpmn:SequenceFlow', { sourceRef: source, targetRef: target });
  target.set('incoming', [flow]);
}

test('the fields of forms on the way are known, those of other branches are not; a loop ends', () => {
  const [first, second, gateway, later] = [
    asking('budget'),
    asking('size'),
    create('bpmn:ExclusiveGateway', {}),
    asking('x'),
  ];
  join(first, second);
  join(second, gateway);
  join(gateway, later);
  first.set('incoming', [create('bpmn:SequenceFlow', { sourceRef: gateway, targetRef: first })]);
  expect(variablesBefore(gateway)).toEqual(['size', 'budget']);
});

test('behind a boundary event its host has begun, and a service has put down its outputs', () => {
  const host = carrying('bpmn:ServiceTask', [
    create('dw:Connector', { outputs: [create('dw:Output', { name: 'score', value: 'body.score' })] }),
  ]);
  expect(variablesBefore(create('bpmn:BoundaryEvent', { attachedToRef: host }))).toEqual(['score']);
});

test('a mapping gives its outputs, a repeated step its list of results', () => {
  const mapped = carrying('bpmn:CallActivity', [
    create('dw:Io', { outputs: [create('dw:Output', { name: 'rating', value: 'result' })] }),
  ]);
  const repeated = create('bpmn:UserTask', {
    loopCharacteristics: create('bpmn:MultiInstanceLoopCharacteristics', { 'dw:outputCollection': 'approvals' }),
  });
  join(mapped, repeated);
  expect(variablesBefore(repeated)).toEqual(['approvals', 'rating']);
});

test('a decision gives its result, in whose words it is named', () => {
  const ours = create('bpmn:BusinessRuleTask', { 'dw:decision': 'd', 'dw:decisionResult': 'level' });
  const imported = create('bpmn:BusinessRuleTask', { 'camunda:decisionRef': 'd', 'camunda:resultVariable': 'rate' });
  join(ours, imported);
  expect(variablesBefore(imported)).toEqual(['rate', 'level']);
});

test('a half-typed name is completed in its place', () => {
  const names = ['budget', 'buyer', 'size'];
  expect(completions('', names)).toEqual(names);
  expect(completions('size > 3 and bu', names)).toEqual(['size > 3 and budget', 'size > 3 and buyer']);
  expect(completions('budget', names)).toEqual([]);
  expect(completions('size > 3', names)).toEqual([]);
});
