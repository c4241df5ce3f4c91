import { expect, it } from 'vitest';
import { tableOf, type DialectRow } from '../test/DialectRow.ts';
import { readNode } from '../test/readNode.ts';
import { bpmn } from '../test/sampleModel.ts';

const file = (content: string, root = '') =>
  bpmn(content, { root, namespaces: 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"' });
/** An element with the id "a", of a type, with extension elements, attributes and children. */
const at = (type: string, extensions: string, attributes = '', inside = '') =>
  `<bpmn:${type} id="a" ${attributes}>${extensions && `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`}${inside}</bpmn:${type}>`;
const user = (extensions: string) => at('userTask', `<zeebe:userTask />${extensions}`);
const assigned = (attributes: string) => user(`<zeebe:assignmentDefinition ${attributes} />`);
const io = (inside: string) => user(`<zeebe:ioMapping>${inside}</zeebe:ioMapping>`);
const job = (attributes: string, type = 'serviceTask') => at(type, `<zeebe:taskDefinition ${attributes} />`);
const call = (attributes: string, more = '') =>
  at('callActivity', `<zeebe:calledElement processId="sub" ${attributes} />${more}`);
const rule = (attributes: string) => at('businessRuleTask', `<zeebe:calledDecision ${attributes} />`);
const loop = (attributes: string, inside = '') =>
  at(
    'userTask',
    '',
    '',
    `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics ${attributes} /></bpmn:extensionElements>${inside}</bpmn:multiInstanceLoopCharacteristics>`,
  );
const assignment = (ruleName: string, value: string) => ({
  business: { assignment: { rule: ruleName, value, approve: 'any' } },
});
const connector = (parts: object) => ({ business: { connector: { type: 'mail', backoff: 'PT1M', ...parts } } });

const PEOPLE: readonly DialectRow[] = [
  ['assignee', assigned('assignee="kim@x.com"'), assignment('person', 'kim@x.com')],
  ['assignee as an expression', assigned('assignee="=deal.owner"'), assignment('expression', 'deal.owner')],
  ['candidateGroups', assigned('candidateGroups="sales"'), assignment('group', 'sales')],
  [
    'several groups',
    assigned('candidateGroups="sales, legal"'),
    assignment('group', 'sales'),
    ['zeebe:assignmentDefinition (candidateGroups: legal)'],
  ],
  ['a list of one group', assigned(`candidateGroups='=["sales"]'`), assignment('group', 'sales')],
  ['candidateUsers', assigned('candidateUsers="kim@x.com"'), assignment('person', 'kim@x.com')],
  [
    'assignee and candidates',
    assigned('assignee="kim@x.com" candidateGroups="sales"'),
    assignment('person', 'kim@x.com'),
    ['zeebe:assignmentDefinition (candidateGroups)'],
  ],
  [
    'a due date from now',
    user('<zeebe:taskSchedule dueDate="=now() + duration(&#34;P3D&#34;)" />'),
    { business: { sla: 'P3D' } },
  ],
  [
    'a due date from now, in short',
    user('<zeebe:taskSchedule dueDate="=now() + @&#34;PT4H&#34;" />'),
    { business: { sla: 'PT4H' } },
  ],
  [
    'another due date',
    user('<zeebe:taskSchedule dueDate="=deal.until" followUpDate="=x" />'),
    { business: { sla: null } },
    ['zeebe:taskSchedule (dueDate)', 'zeebe:taskSchedule (followUpDate)'],
  ],
  ['priority', user('<zeebe:priorityDefinition priority="90" />'), {}, ['zeebe:priorityDefinition']],
];

const DATA: readonly DialectRow[] = [
  ['an expression', io('<zeebe:input source="=a + 1" target="x" />'), { inputs: [{ name: 'x', value: 'a + 1' }] }],
  ['a text', io('<zeebe:input source="hello" target="x" />'), { inputs: [{ name: 'x', value: '"hello"' }] }],
  ['an output', io('<zeebe:output source="=result.y" target="y" />'), { outputs: [{ name: 'y', value: 'result.y' }] }],
  [
    'into a context',
    io('<zeebe:input source="=a" target="b.c" /><zeebe:output source="=a" target="d.e" />'),
    { inputs: [], outputs: [] },
    ['zeebe:input (b.c)', 'zeebe:output (d.e)'],
  ],
  [
    'a collection',
    loop('inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=result"'),
    {
      loop: { collection: 'items', inputItem: 'item', outputCollection: 'results', outputItem: 'result' },
    },
  ],
  [
    'a completion condition',
    loop(
      'inputCollection="=items"',
      '<bpmn:completionCondition>= numberOfCompletedInstances = 2</bpmn:completionCondition>',
    ),
    {
      loop: { collection: 'items', inputItem: null, completionCondition: 'numberOfCompletedInstances = 2' },
    },
  ],
];

const WORK: readonly DialectRow[] = [
  ['a job', job('type="mail" retries="7"'), connector({ retries: 7, inputs: [], outputs: [] })],
  ['a job without retries', job('type="mail"', 'sendTask'), connector({ retries: 3 })],
  [
    'retries by an expression',
    job('type="mail" retries="=n"'),
    connector({ retries: 3 }),
    ['zeebe:taskDefinition (retries)'],
  ],
  ['a type by an expression', job('type="=t"'), { business: { connector: null } }, ['zeebe:taskDefinition (type)']],
  ['a job of a script task', job('type="mail"', 'scriptTask'), { script: null }, ['zeebe:taskDefinition']],
  [
    'headers',
    at('serviceTask', '<zeebe:taskHeaders><zeebe:header key="a" value="b" /></zeebe:taskHeaders>'),
    {},
    ['zeebe:taskHeaders'],
  ],
  [
    'a script',
    at('scriptTask', '<zeebe:script expression="=1 + 1" resultVariable="r" />'),
    { script: { language: 'feel', source: '1 + 1', resultVariable: 'r' } },
  ],
  [
    'a decision',
    rule('decisionId="risk" resultVariable="r" bindingType="deployment"'),
    { decision: { decisionId: 'risk', resultVariable: 'r' } },
  ],
  ['a decision by an expression', rule('decisionId="=d"'), { decision: null }, ['zeebe:calledDecision (decisionId)']],
  [
    'a decision by a tag',
    rule('decisionId="risk" bindingType="versionTag"'),
    { decision: { decisionId: 'risk' } },
    ['zeebe:calledDecision (bindingType: versionTag)'],
  ],
  [
    'listeners',
    at(
      'serviceTask',
      '<zeebe:executionListeners><zeebe:executionListener type="x" eventType="start" /></zeebe:executionListeners>',
    ),
    {},
    ['zeebe:executionListeners'],
  ],
  ['task listeners', user('<zeebe:taskListeners />'), {}, ['zeebe:taskListeners']],
  [
    'what only the other engine does',
    at(
      'serviceTask',
      '<zeebe:properties><zeebe:property name="a" value="b" /></zeebe:properties>',
      'zeebe:modelerTemplate="x" zeebe:modelerTemplateVersion="1" zeebe:modelerTemplateIcon="y"',
    ),
    {},
  ],
  [
    'activities to start with',
    at('adHocSubProcess', '<zeebe:adHoc activeElementsCollection="=ids" />', '', '<bpmn:task id="t" />'),
    { adHoc: { activeElements: 'ids' } },
  ],
  [
    'what they give',
    at('adHocSubProcess', '<zeebe:adHoc outputCollection="r" outputElement="=x" />'),
    { adHoc: { activeElements: null } },
    ['zeebe:adHoc (outputCollection)', 'zeebe:adHoc (outputElement)'],
  ],
];

const CALLS: readonly DialectRow[] = [
  ['a process', call(''), { calledElement: 'sub', callBinding: null, inputs: [], passes: { in: true } }],
  ['in the version of the deployment', call('bindingType="deployment"'), { callBinding: { type: 'deployment' } }],
  [
    'by a version tag',
    call('bindingType="versionTag" versionTag="x"'),
    { callBinding: null },
    ['zeebe:calledElement (bindingType: versionTag)'],
  ],
  ['by an expression', call('').replace('"sub"', '"=p"'), { calledElement: null }, ['zeebe:calledElement (processId)']],
  [
    'only what is mapped',
    call(
      'propagateAllParentVariables="false" propagateAllChildVariables="false"',
      '<zeebe:ioMapping><zeebe:input source="=a" target="b" /></zeebe:ioMapping>',
    ),
    {
      inputs: [{ name: 'b', value: 'a' }],
      outputs: [],
      passes: { in: false, out: false },
    },
  ],
];

const FORM = JSON.stringify({ type: 'default', components: [{ type: 'number', key: 'n' }] });
const form = (definition: string, body = FORM) =>
  `<bpmn:extensionElements><zeebe:userTaskForm id="F">${body}</zeebe:userTaskForm></bpmn:extensionElements>${user(`<zeebe:formDefinition ${definition} />`)}`;
const FORMS: readonly DialectRow[] = [
  [
    'in the process',
    form('formKey="camunda-forms:bpmn:F"'),
    { business: { form: { components: [{ type: 'number', key: 'n' }] } } },
  ],
  [
    'of a task in a subprocess',
    form('formKey="camunda-forms:bpmn:F"')
      .replace('<bpmn:userTask', '<bpmn:subProcess id="s"><bpmn:userTask')
      .replace('</bpmn:userTask>', '</bpmn:userTask></bpmn:subProcess>'),
    { business: { form: { components: [{ key: 'n' }] } } },
  ],
  ['that is not there', form('formKey="camunda-forms:bpmn:G"'), { business: { form: null } }, ['zeebe:formDefinition']],
  ['deployed elsewhere', form('formId="F"'), { business: { form: null } }, ['zeebe:formDefinition']],
  [
    'that is no form',
    form('formKey="camunda-forms:bpmn:F"', '{"components": 1}'),
    { business: { form: null } },
    ['zeebe:userTaskForm (F)', 'zeebe:formDefinition'],
  ],
];

const subscription = (correlationKey: string) =>
  `<bpmn:message id="m" name="paid"><bpmn:extensionElements><zeebe:subscription correlationKey="${correlationKey}" /></bpmn:extensionElements></bpmn:message>`;

it.each(tableOf([...PEOPLE, ...DATA, ...WORK, ...CALLS, ...FORMS]))(
  'Camunda 8: $what',
  async ({ content, node, unmapped }) => {
    expect(await readNode(file(content), 'a')).toMatchObject({ node, unmapped });
  },
);

it.each([
  ['=orderId', 'orderId'],
  ['=string(a) + b', 'string(a) + b'],
  ['always', '"always"'],
])('Camunda 8: a message is correlated by %s', async (key, correlation) => {
  const { node } = await readNode(file(at('receiveTask', '', 'messageRef="m"'), subscription(key)), 'a');
  expect(node.events).toEqual([{ kind: 'message', name: 'paid', correlation }]);
});

it('Camunda 8: filters of a condition are named', async () => {
  const condition =
    '<bpmn:conditionalEventDefinition><bpmn:extensionElements><zeebe:conditionalFilter variableNames="x" /></bpmn:extensionElements><bpmn:condition>=x > 1</bpmn:condition></bpmn:conditionalEventDefinition>';
  const { node, unmapped } = await readNode(file(at('intermediateCatchEvent', '', '', condition)), 'a');
  expect(node.events).toEqual([{ kind: 'conditional', condition: 'x > 1' }]);
  expect(unmapped).toEqual(['zeebe:conditionalFilter']);
});
