import type { Assignment, AssignmentRule } from '../../ProcessGraph.ts';
import type { Readings } from '../Dialect.ts';
import type { Foreign } from '../Foreign.ts';
import { splitTemplate } from '../juel/splitTemplate.ts';
import { juelToFeel } from '../juelToFeel.ts';

/**
 * Who gets a user task: `assignee`, else the first of `candidateGroups`, else of `candidateUsers`. Our assignment names
 * one person or group; what goes beyond it is named. An expression gives an e-mail address or a group's key.
 */
export function assignmentOf(foreign: Foreign): Readings {
  let assignment: Assignment | undefined;
  for (const [name, rule] of [
    ['assignee', 'person'],
    ['candidateGroups', 'group'],
    ['candidateUsers', 'person'],
  ] as const) {
    const value = foreign.attribute(name);
    if (value === undefined) continue;
    const [first = '', ...others] = name === 'assignee' ? [value] : namesIn(value);
    const mine = assignment ? undefined : byRule(first.trim(), rule);
    if (!mine) foreign.leave(name);
    else if (others.length > 0) foreign.leave(name, others.map((other) => other.trim()).join(', '));
    assignment ??= mine;
  }
  return assignment ? { assignment } : {};
}

function byRule(value: string, rule: AssignmentRule): Assignment | undefined {
  if (!/[$#]\{/.test(value)) return { rule, value, approve: 'any' };
  const feel = juelToFeel(value);
  return feel === null ? undefined : { rule: 'expression', value: feel, approve: 'any' };
}

/** Cuts at commas, but not at those in an expression. */
function namesIn(list: string): readonly string[] {
  const names: string[] = [''];
  for (const part of splitTemplate(list) ?? [{ text: list }]) {
    const [first = '', ...others] = 'text' in part ? part.text.split(',') : [`\${${part.expression}}`];
    names.push(`${names.pop() ?? ''}${first}`, ...others);
  }
  return names;
}
