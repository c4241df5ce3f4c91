import { expect, it } from 'vitest';
import { file, user, person } from '../../test/camundaSnippets.ts';
import { tableOf, type DialectRow } from '../../test/DialectRow.ts';
import { readNode } from '../../test/readNode.ts';

const PEOPLE: readonly DialectRow[] = [
  [
    'a comma in an expression',
    user("c7:candidateGroups=\"${a == 'x,y' ? 'b' : 'c'}, d\""),
    { business: { assignment: { value: 'if a = "x,y" then "b" else "c"' } } },
    ['c7:candidateGroups (d)'],
  ],
  ['assignee', user('c7:assignee="kim@x.com"'), person('kim@x.com')],
  [
    'assignee as an expression',
    user('c7:assignee="${deal.owner}"'),
    {
      business: { assignment: { rule: 'expression', value: 'deal.owner', approve: 'any' } },
    },
  ],
  [
    'assignee of an instance',
    user('c7:assignee="${people[loopCounter]}"'),
    {
      business: { assignment: { rule: 'expression', value: 'people[loopCounter]' } },
    },
  ],
  ['assignee by a bean', user('c7:assignee="${bean.find(x)}"'), { business: { assignment: null } }, ['c7:assignee']],
  ['candidateUsers', user('c7:candidateUsers="kim@x.com"'), person('kim@x.com')],
  [
    'candidateGroups',
    user('c7:candidateGroups="sales"'),
    { business: { assignment: { rule: 'group', value: 'sales' } } },
  ],
  [
    'several groups',
    user('c7:candidateGroups="sales, legal"'),
    { business: { assignment: { value: 'sales' } } },
    ['c7:candidateGroups (legal)'],
  ],
  [
    'a group by an expression',
    user("c7:candidateGroups=\"${a == 1 ? 'x' : 'y'}\""),
    {
      business: { assignment: { rule: 'expression', value: 'if a = 1 then "x" else "y"' } },
    },
  ],
  [
    'assignee and candidates',
    user('c7:assignee="kim@x.com" c7:candidateGroups="sales"'),
    person('kim@x.com'),
    ['c7:candidateGroups'],
  ],
  ['dueDate as a duration', user('c7:dueDate="P3D"'), { business: { sla: 'P3D' } }],
  ['dueDate as a date', user('c7:dueDate="${dateTime().plusDays(3)}"'), { business: { sla: null } }, ['c7:dueDate']],
  ['followUpDate', user('c7:followUpDate="P3D"'), { business: { sla: null } }, ['c7:followUpDate']],
  ['priority', user('c7:priority="50"'), {}, ['c7:priority']],
];

it.each(tableOf(PEOPLE))('Camunda 7: people and time limits: $what', async ({ content, node, unmapped }) => {
  expect(await readNode(file(content), 'a')).toMatchObject({ node, unmapped });
});
