import { expect, test } from 'vitest';
import { create } from '../../../testing/testModel.ts';
import { nodesBefore } from './nodesBefore.ts';

test('what is before is found through flows, borders and subprocesses, each once', () => {
  const host = create('bpmn:UserTask', {});
  const border = create('bpmn:BoundaryEvent', { attachedToRef: host });
  const scope = create('bpmn:SubProcess', {});
  scope.set('incoming', [create('bpmn:SequenceFlow', { sourceRef: border, targetRef: scope })]);
  const inner = Object.assign(create('bpmn:UserTask', {}), { $parent: scope });
  inner.set('incoming', [create('bpmn:SequenceFlow', { sourceRef: inner, targetRef: inner })]);
  expect(nodesBefore(inner)).toEqual([inner, scope, border, host]);
});
