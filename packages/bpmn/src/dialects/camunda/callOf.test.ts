import { expect, it } from 'vitest';
import { file, at } from '../../test/camundaSnippets.ts';
import { tableOf, type DialectRow } from '../../test/DialectRow.ts';
import { readNode } from '../../test/readNode.ts';

const call = (attributes: string, extensions = '') =>
  at('callActivity', `calledElement="sub" ${attributes}`, extensions);
const CALLS: readonly DialectRow[] = [
  [
    'nothing is handed over',
    call(''),
    { inputs: [], outputs: [], passes: { in: false, out: false }, callBinding: null },
  ],
  [
    'everything',
    call('', '<c7:in variables="all" /><c7:out variables="all" />'),
    { inputs: [], passes: { in: true, out: true } },
  ],
  [
    'some',
    call(
      '',
      '<c7:in source="a" target="b" /><c7:in sourceExpression="${c + 1}" target="d" /><c7:out source="e" target="f" />',
    ),
    {
      inputs: [
        { name: 'b', from: 'a' },
        { name: 'd', value: 'c + 1' },
      ],
      outputs: [{ name: 'f', from: 'e' }],
      passes: { in: false, out: false },
    },
  ],
  [
    'everything and one more',
    call('', '<c7:in variables="all" /><c7:in source="a" target="b" />'),
    { inputs: [{ name: 'b', from: 'a' }], passes: { in: true } },
  ],
  [
    'the business key',
    call('', '<c7:in businessKey="#{execution.processBusinessKey}" />'),
    { inputs: [] },
    ['c7:in (businessKey)'],
  ],
  ['by a bean', call('', '<c7:out sourceExpression="${b.c()}" target="d" />'), { outputs: [] }, ['c7:out (d)']],
  ['the latest version', call('c7:calledElementBinding="latest"'), { callBinding: null }],
  [
    'the version of the deployment',
    call('c7:calledElementBinding="deployment"'),
    { callBinding: { type: 'deployment' } },
  ],
  [
    'one version',
    call('c7:calledElementBinding="version" c7:calledElementVersion="3"'),
    { callBinding: { type: 'version', version: 3 } },
  ],
  [
    'a version by an expression',
    call('c7:calledElementBinding="version" c7:calledElementVersion="${v}"'),
    { callBinding: null },
    ['c7:calledElementBinding (version)', 'c7:calledElementVersion'],
  ],
  [
    'a version tag',
    call('c7:calledElementBinding="versionTag" c7:calledElementVersionTag="x"'),
    { callBinding: null },
    ['c7:calledElementVersionTag', 'c7:calledElementBinding (versionTag)'],
  ],
  ['mapped by a class', call('c7:variableMappingClass="com.X"'), {}, ['c7:variableMappingClass']],
];

it.each(tableOf(CALLS))('Camunda 7: calls: $what', async ({ content, node, unmapped }) => {
  expect(await readNode(file(content), 'a')).toMatchObject({ node, unmapped });
});
