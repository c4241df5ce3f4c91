import { expect, it } from 'vitest';
import { file, at, service, io, input, topic, connector } from '../../test/camundaSnippets.ts';
import { tableOf, type DialectRow } from '../../test/DialectRow.ts';
import { readNode } from '../../test/readNode.ts';

const WORK: readonly DialectRow[] = [
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

it.each(tableOf(WORK))('Camunda 7: work: $what', async ({ content, node, unmapped }) => {
  expect(await readNode(file(content), 'a')).toMatchObject({ node, unmapped });
});
