import { describe, expect, it } from 'vitest';
import { findings } from '../test/findings.ts';
import { readNode } from '../test/readNode.ts';
import { bpmn } from '../test/sampleModel.ts';

const file = (content: string, root = '') =>
  bpmn(content, { root, namespaces: 'xmlns:c7="http://camunda.org/schema/1.0/bpmn"' });
/** An element with the id "a", of a type, with attributes and extension elements. */
const at = (type: string, attributes: string, extensions = '', inside = '') =>
  `<bpmn:${type} id="a" ${attributes}>${extensions && `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`}${inside}</bpmn:${type}>`;
const user = (attributes: string, extensions = '') => at('userTask', attributes, extensions);
const service = (attributes: string, extensions = '', inside = '') => at('serviceTask', attributes, extensions, inside);
const io = (inside: string) => `<c7:inputOutput>${inside}</c7:inputOutput>`;
const input = (inside: string) => io(`<c7:inputParameter name="x">${inside}</c7:inputParameter>`);
const field = (attributes: string, inside = '') =>
  user('', `<c7:formData><c7:formField id="f" ${attributes}>${inside}</c7:formField></c7:formData>`);
const loop = (attributes: string, inside = '') =>
  user('').replace(
    '></',
    `><bpmn:multiInstanceLoopCharacteristics ${attributes}>${inside}</bpmn:multiInstanceLoopCharacteristics></`,
  );
const person = (value: string) => ({ business: { assignment: { rule: 'person', value, approve: 'any' } } });
const topic = 'c7:type="external" c7:topic="mail"';
const connector = (parts: object) => ({
  business: { connector: { type: 'mail', retries: 3, backoff: 'PT1M', ...parts } },
});
const component = (parts: object) => ({
  business: { form: { type: 'default', components: [{ key: 'f', ...parts }] } },
});

/** What stands in the file, the part of the node that it becomes, and the names of what of it has no equal. */
type Row = readonly [what: string, content: string, node: object, unmapped?: readonly string[]];

const PEOPLE: readonly Row[] = [
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

const FORMS: readonly Row[] = [
  [
    'a text',
    field('label="Name" type="string" defaultValue="x"'),
    component({ type: 'textfield', label: 'Name', defaultValue: 'x' }),
  ],
  [
    'a number',
    field('type="long" defaultValue="3"'),
    component({ type: 'number', decimalDigits: 0, label: 'f', defaultValue: 3 }),
  ],
  ['a box to tick', field('type="boolean" defaultValue="true"'), component({ type: 'checkbox', defaultValue: true })],
  ['a date', field('label="When" type="date"'), component({ type: 'datetime', subtype: 'date', dateLabel: 'When' })],
  [
    'a choice',
    field('type="enum" defaultValue="b"', '<c7:value id="a" name="A" /><c7:value id="b" />'),
    component({
      type: 'select',
      values: [
        { label: 'A', value: 'a' },
        { label: 'b', value: 'b' },
      ],
      defaultValue: 'b',
    }),
  ],
  [
    'constraints',
    field(
      'type="string"',
      '<c7:validation><c7:constraint name="required" /><c7:constraint name="minlength" config="2" /><c7:constraint name="maxlength" config="9" /><c7:constraint name="readonly" /></c7:validation>',
    ),
    component({
      validate: { required: true, minLength: 2, maxLength: 9 },
      readonly: true,
    }),
  ],
  [
    'bounds',
    field(
      'type="long"',
      '<c7:validation><c7:constraint name="min" config="1" /><c7:constraint name="max" config="5" /></c7:validation>',
    ),
    component({ validate: { min: 1, max: 5 } }),
  ],
  [
    'a constraint of its own',
    field('type="string"', '<c7:validation><c7:constraint name="validator" config="com.X" /></c7:validation>'),
    component({ type: 'textfield' }),
    ['c7:constraint (f: validator)'],
  ],
  [
    'a default by an expression',
    field('type="string" defaultValue="${x}"'),
    component({ type: 'textfield' }),
    ['c7:formField (f: defaultValue)'],
  ],
  ['a type of its own', field('type="money"'), { business: { form: null } }, ['c7:formField (f)']],
  [
    'at a start event',
    at('startEvent', '', '<c7:formData><c7:formField id="f" type="string" /></c7:formData>'),
    component({ type: 'textfield' }),
  ],
  [
    'the business key',
    user('', '<c7:formData businessKey="f"><c7:formField id="f" type="string" /></c7:formData>'),
    component({}),
    ['c7:formData (businessKey)'],
  ],
  ['formKey', user('c7:formKey="embedded:app:x.html"'), { business: { form: null } }, ['c7:formKey']],
  [
    'formRef',
    user('c7:formRef="x" c7:formRefBinding="latest"'),
    { business: { form: null } },
    ['c7:formRef', 'c7:formRefBinding'],
  ],
];

const DATA: readonly Row[] = [
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

const WORK: readonly Row[] = [
  ['a topic', service(topic), connector({ inputs: [], outputs: [] })],
  ['a topic of a send task', at('sendTask', topic), connector({})],
  [
    'a topic by an expression',
    service('c7:type="external" c7:topic="${t}"'),
    { business: { connector: null } },
    ['c7:topic'],
  ],
  [
    'retries',
    service(topic, '<c7:failedJobRetryTimeCycle>R5/PT10M</c7:failedJobRetryTimeCycle>'),
    connector({ retries: 5, backoff: 'PT10M' }),
  ],
  [
    'retries as a list',
    service(topic, '<c7:failedJobRetryTimeCycle>PT1M,PT5M</c7:failedJobRetryTimeCycle>'),
    connector({}),
    ['c7:failedJobRetryTimeCycle'],
  ],
  [
    'a connector',
    service('', `<c7:connector><c7:connectorId>mail</c7:connectorId>${input('${a}')}</c7:connector>`),
    connector({ inputs: [{ name: 'x', value: 'a' }] }),
  ],
  [
    "a connector's outputs",
    service(
      '',
      `<c7:connector><c7:connectorId>mail</c7:connectorId>${io('<c7:outputParameter name="y">${response}</c7:outputParameter>')}</c7:connector>`,
    ),
    connector({ outputs: [] }),
    ['c7:outputParameter (y)'],
  ],
  ['a class', service('c7:class="com.X"'), { business: { connector: null } }, ['c7:class']],
  [
    'an expression',
    service('c7:expression="${x.y()}" c7:resultVariable="r"'),
    {},
    ['c7:expression', 'c7:resultVariable'],
  ],
  ['a delegate', service('c7:delegateExpression="${x}"'), {}, ['c7:delegateExpression']],
  [
    'injected fields',
    service('c7:class="com.X"', '<c7:field name="a" stringValue="b" />'),
    {},
    ['c7:class', 'c7:field'],
  ],
  ['listeners', service('', '<c7:executionListener class="com.X" event="start" />'), {}, ['c7:executionListener']],
  [
    'an error of an external task',
    service(topic, '<c7:errorEventDefinition errorRef="e" expression="${x}" />'),
    connector({}),
    ['c7:errorEventDefinition'],
  ],
  [
    "a script's result",
    at('scriptTask', 'scriptFormat="feel" c7:resultVariable="r"', '', '<bpmn:script>1</bpmn:script>'),
    { script: { source: '1', resultVariable: 'r' } },
  ],
  [
    'a script elsewhere',
    at('scriptTask', 'scriptFormat="groovy" c7:resource="x.groovy"'),
    { script: null },
    ['c7:resource'],
  ],
  [
    'a decision',
    at(
      'businessRuleTask',
      'c7:decisionRef="risk" c7:resultVariable="r" c7:mapDecisionResult="singleEntry" c7:decisionRefBinding="deployment"',
    ),
    { decision: { decisionId: 'risk', resultVariable: 'r' } },
  ],
  [
    'a decision without a variable',
    at('businessRuleTask', 'c7:decisionRef="risk"'),
    { decision: { decisionId: 'risk', resultVariable: '' } },
  ],
  [
    'decisionRefResultVariable',
    at('businessRuleTask', 'c7:decisionRef="risk" c7:decisionRefResultVariable="r"'),
    { decision: { resultVariable: 'r' } },
  ],
  [
    'a list of results',
    at(
      'businessRuleTask',
      'c7:decisionRef="risk" c7:mapDecisionResult="resultList" c7:decisionRefBinding="version" c7:decisionRefVersion="3"',
    ),
    { decision: { decisionId: 'risk' } },
    ['c7:decisionRefVersion', 'c7:mapDecisionResult (resultList)', 'c7:decisionRefBinding (version)'],
  ],
  [
    'a decision by an expression',
    at('businessRuleTask', 'c7:decisionRef="${d}"'),
    { decision: null },
    ['c7:decisionRef'],
  ],
];

const LOOPS: readonly Row[] = [
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

const call = (attributes: string, extensions = '') =>
  at('callActivity', `calledElement="sub" ${attributes}`, extensions);
const CALLS: readonly Row[] = [
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

const ELSEWHERE: readonly Row[] = [
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

describe.each([
  ['people', PEOPLE],
  ['forms', FORMS],
  ['data', DATA],
  ['work', WORK],
  ['loops', LOOPS],
  ['calls', CALLS],
  ['elsewhere', ELSEWHERE],
])('Camunda 7: %s', (_area, rows) => {
  it.each(rows)('%s', async (_what, content, expected, unmapped = []) => {
    const read = await readNode(file(content), 'a');
    expect(read.node).toMatchObject(expected);
    expect(read.unmapped).toEqual(unmapped);
  });
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
