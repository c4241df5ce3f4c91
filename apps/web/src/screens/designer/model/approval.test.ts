import { expect, test } from 'vitest';
import { carrying, create } from '../../../testing/testModel.ts';
import { writeAssignment } from './assignment.ts';
import { writeLoop } from './loop.ts';
import {
  type Approval,
  approvalsBefore,
  approvedCondition,
  decisionField,
  newApproval,
  readApproval,
  writeApproval,
} from './approval.ts';

const base = newApproval('approval_decision');

test.each<Approval>([
  base,
  { ...base, approvers: ['ann@example.com', 'finance'], sequential: true },
  { ...base, stopAtRefusal: false },
  { ...base, agreement: 'any', stopAtRefusal: false },
  { ...base, agreement: 'some', count: 3, stopAtRefusal: false },
  { ...base, approvers: null, from: 'deal_approvers' },
])('an approval is read as it was written: $agreement', (approval) => {
  const { loop, assignment } = writeApproval(approval);
  expect(readApproval(loop, assignment)).toEqual(approval);
});

test('a repeated task of another kind is no approval', () => {
  const { loop, assignment } = writeApproval(base);
  if (loop.kind !== 'each') throw new Error('An approval goes over a list.');
  expect(readApproval({ ...loop, item: 'product' }, assignment)).toBeNull();
  expect(readApproval({ ...loop, completionCondition: 'urgent' }, assignment)).toBeNull();
  expect(readApproval(loop, { rule: 'lane', value: null, approve: 'any' })).toBeNull();
  expect(readApproval({ kind: 'once' }, assignment)).toBeNull();
});

test('the way behind the task is told by the same count', () => {
  expect(approvedCondition(base)).toBe('every one in approvals satisfies one = "approve"');
  expect(approvedCondition({ ...base, agreement: 'any' })).toBe('count(approvals[item = "approve"]) >= 1');
  expect(approvedCondition({ ...base, agreement: 'some', count: 2 })).toBe('count(approvals[item = "approve"]) >= 2');
});

test('a form that asks for the decision already is left as it is, another gets the question', () => {
  const asked = {
    type: 'radio',
    key: 'verdict',
    values: ['approve', 'reject'].map((value) => ({ value, label: value })),
  };
  expect(decisionField([{ type: 'group', components: [asked] }])).toEqual({ key: 'verdict', add: null });
  const { key, add } = decisionField([{ type: 'textfield', key: 'approval_decision' }]);
  expect(key).toBe('approval_decision_2');
  expect(add?.validate).toEqual({ required: true });
  expect(add?.values?.map(({ value }) => value)).toEqual(['approve', 'reject']);
});

test('the approvals on the way are found', () => {
  const { loop, assignment } = writeApproval({ ...base, agreement: 'any' });
  const written = writeLoop(loop, create);
  if (!written) throw new Error('An approval is a loop.');
  const task = carrying('bpmn:UserTask', writeAssignment(assignment, create), {
    loopCharacteristics: create(written.type, written.properties),
  });
  const gateway = create('bpmn:ExclusiveGateway', {});
  gateway.set('incoming', [create('bpmn:SequenceFlow', { sourceRef: task, targetRef: gateway })]);
  expect(approvalsBefore(gateway).map(({ approval }) => approval.agreement)).toEqual(['any']);
});
