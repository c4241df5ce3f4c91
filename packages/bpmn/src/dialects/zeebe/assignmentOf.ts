import type { Assignment, AssignmentRule } from '../../ProcessGraph.ts';
import type { Readings } from '../Dialect.ts';
import { stripEquals } from '../expressions.ts';
import { attributeOf, type Foreign } from '../Foreign.ts';

/**
 * Who gets a user task: `assignee`, else the first of `candidateGroups`, else of `candidateUsers`. Our assignment names
 * one person or group; what goes beyond it is named. An expression gives an e-mail address or a group's key.
 */
export function assignmentOf(foreign: Foreign): Readings {
  let assignment: Assignment | undefined;
  for (const definition of foreign.elements('assignmentDefinition')) {
    for (const [name, rule] of [
      ['assignee', 'person'],
      ['candidateGroups', 'group'],
      ['candidateUsers', 'person'],
    ] as const) {
      const value = attributeOf(definition, name)?.trim();
      if (value === undefined) continue;
      const [first = '', ...others] = name === 'assignee' || value.startsWith('=') ? [value] : value.split(',');
      if (assignment) foreign.leave('assignmentDefinition', name);
      else if (others.length > 0) {
        foreign.leave('assignmentDefinition', `${name}: ${others.map((other) => other.trim()).join(', ')}`);
      }
      assignment ??= byRule(first.trim(), rule);
    }
  }
  return assignment ? { assignment } : {};
}

/** An expression for several names usually gives a list of one: `=["sales"]` is the group itself. */
function byRule(value: string, rule: AssignmentRule): Assignment {
  if (!value.startsWith('=')) return { rule, value, approve: 'any' };
  const single = /^\[\s*"([^"\\]*)"\s*\]$/.exec(stripEquals(value))?.[1];
  if (single !== undefined) return { rule, value: single, approve: 'any' };
  return { rule: 'expression', value: stripEquals(value), approve: 'any' };
}
