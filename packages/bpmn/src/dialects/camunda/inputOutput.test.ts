import { expect, it } from 'vitest';
import { file, at, user, io, input } from '../../test/camundaSnippets.ts';
import { tableOf, type DialectRow } from '../../test/DialectRow.ts';
import { readNode } from '../../test/readNode.ts';

const DATA: readonly DialectRow[] = [
  ['a text', user('', input('Hello')), { inputs: [{ name: 'x', value: '"Hello"' }] }],
  ['nothing', user('', input('')), { inputs: [{ name: 'x', value: '""' }] }],
  ['an expression', user('', input('${a.b + 1}')), { inputs: [{ name: 'x', value: 'a.b + 1' }] }],
  [
    'text around expressions',
    user('', input('Deal ${a}')),
    { inputs: [{ name: 'x', value: 'string join(["Deal ", string(a)])' }] },
  ],
  [
    'a list',
    user('', input('<c7:list><c7:value>a</c7:value><c7:value>${b}</c7:value></c7:list>')),
    { inputs: [{ name: 'x', value: '["a", b]' }] },
  ],
  [
    'a map',
    user('', input('<c7:map><c7:entry key="k v">${b}</c7:entry><c7:entry key="l"><c7:list /></c7:entry></c7:map>')),
    { inputs: [{ name: 'x', value: '{"k v": b, "l": []}' }] },
  ],
  [
    'a FEEL script',
    user('', input('<c7:script scriptFormat="feel">a + 1</c7:script>')),
    { inputs: [{ name: 'x', value: 'a + 1' }] },
  ],
  [
    'another script',
    user('', input('<c7:script scriptFormat="groovy">a</c7:script>')),
    { inputs: [] },
    ['c7:inputParameter (x)'],
  ],
  ['a bean', user('', input('${bean.find(a)}')), { inputs: [] }, ['c7:inputParameter (x)']],
  [
    'outputs add to what the task writes',
    user('', io('<c7:outputParameter name="y">${a}</c7:outputParameter>')),
    {
      outputs: [{ name: 'y', value: 'a' }],
      passes: { out: true },
    },
  ],
  [
    'outputs of a subprocess',
    at('subProcess', '', io('<c7:outputParameter name="y">${a}</c7:outputParameter>')),
    { outputs: [{ name: 'y', value: 'a' }] },
  ],
  ['at an event', at('endEvent', '', input('1')), { inputs: [{ name: 'x', value: '"1"' }] }],
];

it.each(tableOf(DATA))('Camunda 7: data: $what', async ({ content, node, unmapped }) => {
  expect(await readNode(file(content), 'a')).toMatchObject({ node, unmapped });
});
