import { expect, it } from 'vitest';
import { indexModel } from '../ModelIndex.ts';
import { parseModel } from '../parse/parseModel.ts';
import { bpmn } from '../test/sampleModel.ts';
import { condition, flow } from '../test/snippets.ts';
import { expressionsIn } from './expressionsIn.ts';

const NAMESPACES =
  'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';
const formal = (property: string, body: string) =>
  `<bpmn:${property} xsi:type="bpmn:tFormalExpression">${body}</bpmn:${property}>`;
const task = (extensions: string, inside = '', attributes = '') =>
  `<bpmn:userTask id="a" ${attributes}><bpmn:extensionElements>${extensions}</bpmn:extensionElements>${inside}</bpmn:userTask>`;
const multiple = (inside: string, attributes = '') =>
  `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${inside}</bpmn:multiInstanceLoopCharacteristics>`;
const catching = (definition: string, inside: string) =>
  `<bpmn:intermediateCatchEvent id="a"><bpmn:${definition}>${inside}</bpmn:${definition}></bpmn:intermediateCatchEvent>`;

it.each([
  [
    'a flow’s',
    `<bpmn:task id="a" /><bpmn:task id="b" />${flow('f', 'a', 'b', condition('${x == 1}'))}`,
    [['condition', 'x = 1']],
  ],
  [
    'a flow’s that cannot be translated',
    `<bpmn:task id="a" /><bpmn:task id="b" />${flow('f', 'a', 'b', condition('${x.y()}'))}`,
    [['condition', null]],
  ],
  ['a condition’s', catching('conditionalEventDefinition', formal('condition', '${x.y()}')), [['condition', null]]],
  ['a timer’s', catching('timerEventDefinition', formal('timeDuration', '= wait')), [['timer', 'wait']]],
  ['a date’s, which is none', catching('timerEventDefinition', formal('timeDuration', 'PT1H')), []],
  [
    'a loop’s',
    task(
      '',
      `<bpmn:standardLoopCharacteristics>${formal('loopCondition', 'x &lt; 3')}</bpmn:standardLoopCharacteristics>`,
    ),
    [['loop condition', 'x < 3']],
  ],
  [
    'of several instances',
    task(
      '',
      multiple(
        formal('loopCardinality', 'n') + formal('completionCondition', 'y'),
        'dw:collection="= c" dw:outputItem="= o"',
      ),
    ),
    [
      ['loop cardinality', 'n'],
      ['completion condition', 'y'],
      ['collection', 'c'],
      ['output of each instance', 'o'],
    ],
  ],
  [
    'a complex gateway’s',
    `<bpmn:complexGateway id="a">${formal('activationCondition', 'activationCount = 2')}</bpmn:complexGateway>`,
    [['activation condition', 'activationCount = 2']],
  ],
  [
    'an ad-hoc subprocess’s',
    `<bpmn:adHocSubProcess id="a" dw:activeElements="= ids">${formal('completionCondition', 'done')}</bpmn:adHocSubProcess>`,
    [
      ['completion condition', 'done'],
      ['list of activities to start', 'ids'],
    ],
  ],
  [
    'ours',
    task(
      '<dw:assignment rule="expression" value="= who" /><dw:io><dw:input name="x" value="= a" /></dw:io><dw:correlation key="= k" />',
    ),
    [
      ['assignment', 'who'],
      ['correlation key', 'k'],
      ['mapping "x"', 'a'],
    ],
  ],
  [
    'Camunda 7’s',
    task(
      '<camunda:inputOutput><camunda:inputParameter name="x">${a}</camunda:inputParameter></camunda:inputOutput>',
      multiple('', 'camunda:collection="${c}"'),
      'camunda:assignee="${who}"',
    ),
    [
      ['assignment', 'who'],
      ['mapping "x"', 'a'],
      ['collection', 'c'],
    ],
  ],
  [
    'Camunda 8’s',
    task(
      '<zeebe:assignmentDefinition assignee="=who" /><zeebe:ioMapping><zeebe:output source="=a b" target="y" /></zeebe:ioMapping>',
    ),
    [
      ['assignment', 'who'],
      ['mapping "y"', 'a b'],
    ],
  ],
])('%s', async (_what, content, expected) => {
  const found = expressionsIn(indexModel(await parseModel(bpmn(content, { namespaces: NAMESPACES }))));
  expect(found.map(({ what, feel }) => [what.en, feel])).toEqual(expected);
  expect(found.every(({ what }) => what.zh !== '')).toBe(true);
});
