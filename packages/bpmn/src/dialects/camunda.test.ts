import { expect, it } from 'vitest';
import { findings } from '../test/findings.ts';
import { file, at, user, service, input, field, loop } from '../test/camundaSnippets.ts';
import { tableOf, type DialectRow } from '../test/DialectRow.ts';
import { readNode } from '../test/readNode.ts';

const ELSEWHERE: readonly DialectRow[] = [
  [
    'what only the other engine does',
    service(
      'c7:asyncBefore="true" c7:asyncAfter="true" c7:exclusive="false" c7:modelerTemplate="x"',
      '<c7:properties><c7:property name="a" value="b" /></c7:properties>',
    ),
    {},
  ],
  ['job priority', service('c7:jobPriority="5"'), {}, ['c7:jobPriority']],
  ['who started', at('startEvent', 'c7:initiator="who"'), {}, ['c7:initiator']],
  [
    'variables of an error',
    at('endEvent', '', '', '<bpmn:errorEventDefinition c7:errorCodeVariable="c" c7:errorMessageVariable="m" />'),
    {},
    ['c7:errorCodeVariable', 'c7:errorMessageVariable'],
  ],
  [
    'variables of an escalation',
    at('endEvent', '', '', '<bpmn:escalationEventDefinition c7:escalationCodeVariable="c" />'),
    {},
    ['c7:escalationCodeVariable'],
  ],
  [
    'a message by a topic',
    at('endEvent', '', '', '<bpmn:messageEventDefinition c7:type="external" c7:topic="t" />'),
    {},
    ['c7:type', 'c7:topic'],
  ],
  [
    "a signal's variables",
    at(
      'endEvent',
      '',
      '',
      '<bpmn:signalEventDefinition><bpmn:extensionElements><c7:in source="a" target="b" /></bpmn:extensionElements></bpmn:signalEventDefinition>',
    ),
    {},
    ['c7:in'],
  ],
  [
    'a condition by a script',
    `<bpmn:task id="a" /><bpmn:task id="b" /><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="groovy" c7:resource="x.groovy" /></bpmn:sequenceFlow>`,
    {},
    ['c7:resource'],
  ],
  [
    'an assignee of what nobody does',
    service('c7:assignee="kim"'),
    { business: { assignment: null } },
    ['c7:assignee'],
  ],
];

it.each(tableOf(ELSEWHERE))('Camunda 7: elsewhere: $what', async ({ content, node, unmapped }) => {
  expect(await readNode(file(content), 'a')).toMatchObject({ node, unmapped });
});

it('names what has no equal once for each element, by its name in the file', async () => {
  const task =
    '<bpmn:serviceTask id="d" c7:class="com.X"><bpmn:extensionElements><c7:field /><c7:field /></bpmn:extensionElements></bpmn:serviceTask>';
  const xml = file(`<bpmn:startEvent id="s" />${task}<bpmn:sequenceFlow id="f" sourceRef="s" targetRef="d" />`);
  expect(await findings(xml)).toEqual(['warning connector-missing d', 'warning extension-unmapped d']);
});

it('a form from the other vendor is a form', async () => {
  const task = field('type="string" label="Name"').replace('id="a"', 'id="t"');
  const xml = file(`<bpmn:startEvent id="s" />${task}<bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t" />`);
  expect(await findings(xml)).not.toContain('warning user-task-form-missing t');
});

it('our own extension wins', async () => {
  const own = '<dw:assignment rule="owner" /><dw:io><dw:input name="y" value="1" /></dw:io>';
  const xml = file(user('c7:assignee="kim" dw:sla="PT1H" c7:dueDate="P9D"', `${own}${input('${a}')}`));
  const { node } = await readNode(xml, 'a');
  expect(node).toMatchObject({
    inputs: [{ name: 'y', value: '1' }],
    business: { assignment: { rule: 'owner' }, sla: 'PT1H' },
  });
  const dw = loop('dw:collection="ours" c7:collection="theirs" c7:elementVariable="item"');
  expect((await readNode(file(dw), 'a')).node.loop).toMatchObject({ collection: 'ours', inputItem: 'item' });
});
