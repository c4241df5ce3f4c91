import { expect, test } from 'vitest';
import { readAssignment, writeAssignment } from './assignment.ts';
import { carrying, create, throughFile } from '../../../testing/testModel.ts';

test('an assignment comes back from a file as it went in', async () => {
  const all = { rule: 'group', value: 'legal', approve: 'all' } as const;
  expect(readAssignment(await throughFile(carrying('bpmn:UserTask', writeAssignment(all, create))))).toEqual(all);
});

test('the lane rule is the default and writes nothing', () => {
  expect(writeAssignment({ rule: 'lane', value: null, approve: 'any' }, create)).toEqual([]);
  expect(readAssignment(create('bpmn:UserTask', {}))).toBeNull();
});
