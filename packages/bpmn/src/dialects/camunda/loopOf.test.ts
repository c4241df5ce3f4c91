import { expect, it } from 'vitest';
import { file, loop } from '../../test/camundaSnippets.ts';
import { tableOf, type DialectRow } from '../../test/DialectRow.ts';
import { readNode } from '../../test/readNode.ts';

const LOOPS: readonly DialectRow[] = [
  [
    'a collection',
    loop('c7:collection="items" c7:elementVariable="item"'),
    { loop: { kind: 'multiInstance', collection: 'items', inputItem: 'item' } },
  ],
  ['a collection as an expression', loop('c7:collection="${deal.items}"'), { loop: { collection: 'deal.items' } }],
  ['a collection by a bean', loop('c7:collection="${bean.all()}"'), { loop: { collection: null } }, ['c7:collection']],
  [
    'written at the activity',
    loop('').replace('id="a"', 'id="a" c7:collection="items" c7:elementVariable="item"'),
    { loop: { collection: 'items', inputItem: 'item' } },
  ],
  [
    'a completion condition',
    loop('', '<bpmn:completionCondition>${nrOfCompletedInstances/nrOfInstances >= 0.5}</bpmn:completionCondition>'),
    { loop: { completionCondition: 'numberOfCompletedInstances / numberOfInstances >= 0.5' } },
  ],
  [
    'a completion condition in FEEL',
    loop('', '<bpmn:completionCondition>nrOfActiveInstances = 1 and x = "nrOfInstances"</bpmn:completionCondition>'),
    { loop: { completionCondition: 'numberOfActiveInstances = 1 and x = "nrOfInstances"' } },
  ],
  ['a cardinality', loop('', '<bpmn:loopCardinality>${n}</bpmn:loopCardinality>'), { loop: { cardinality: 'n' } }],
  ['harmless ones', loop('c7:asyncBefore="true" c7:exclusive="false"'), { loop: { collection: null } }],
];

it.each(tableOf(LOOPS))('Camunda 7: loops: $what', async ({ content, node, unmapped }) => {
  expect(await readNode(file(content), 'a')).toMatchObject({ node, unmapped });
});
