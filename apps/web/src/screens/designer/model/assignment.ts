import type { Assignment, AssignmentRule } from '@dealwright/bpmn/types';
import { extensionsOf, type ModdleNode, textOf } from '../../../diagram/moddle.ts';
import type { Create } from './Create.ts';

/** Who gets the task; null when the model leaves it to the lane. */
export function readAssignment(node: ModdleNode): Assignment | null {
  const [found] = extensionsOf(node, 'dw:Assignment');
  if (!found) return null;
  return {
    rule: (textOf(found, 'rule') || 'lane') as AssignmentRule,
    value: textOf(found, 'value') || null,
    approve: textOf(found, 'approve') === 'all' ? 'all' : 'any',
  };
}

/** The extension element; the plain lane rule is the default and needs none. */
export function writeAssignment(assignment: Assignment, create: Create): ModdleNode[] {
  if (assignment.rule === 'lane' && assignment.approve === 'any') return [];
  return [
    create('dw:Assignment', {
      rule: assignment.rule,
      ...(assignment.value === null ? {} : { value: assignment.value }),
      ...(assignment.approve === 'all' ? { approve: 'all' } : {}),
    }),
  ];
}

/** The rules that need a value beside them. */
export function needsValue(rule: AssignmentRule): boolean {
  return rule !== 'lane' && rule !== 'owner';
}
