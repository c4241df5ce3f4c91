import { expect, it } from 'vitest';
import { parseModel } from '../parse/parseModel.ts';
import { bpmn } from '../test/sampleModel.ts';
import { compile } from './compile.ts';

it('an implicit throw event of a complex behaviour was taken for a flow node of the process', async () => {
  const xml = bpmn(
    `<bpmn:userTask id="a"><bpmn:multiInstanceLoopCharacteristics behavior="Complex">
       <bpmn:complexBehaviorDefinition id="c"><bpmn:condition xsi:type="bpmn:tFormalExpression">loopCounter = 1</bpmn:condition>
         <bpmn:event id="implicit"><bpmn:signalEventDefinition signalRef="s"/></bpmn:event></bpmn:complexBehaviorDefinition>
     </bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
    { root: '<bpmn:signal id="s" name="told"/>' },
  );
  const { nodes } = compile(await parseModel(xml));
  expect(nodes.map(({ id }) => id)).toEqual(['p', 'a']);
  expect(nodes[1]?.loop).toMatchObject({
    behavior: 'complex',
    complex: [{ condition: 'loopCounter = 1', events: [{ kind: 'signal', name: 'told' }] }],
  });
});

const standard = (attributes: string, inside = '') =>
  `<bpmn:standardLoopCharacteristics ${attributes}>${inside}</bpmn:standardLoopCharacteristics>`;
const multiple = (attributes: string, inside = '') =>
  `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${inside}</bpmn:multiInstanceLoopCharacteristics>`;
const formal = (property: string, body: string) =>
  `<bpmn:${property} xsi:type="bpmn:tFormalExpression">${body}</bpmn:${property}>`;
const once = {
  kind: 'multiInstance',
  sequential: false,
  cardinality: null,
  collection: null,
  inputItem: null,
  outputCollection: null,
  outputItem: null,
  completionCondition: null,
  behavior: 'all',
  behaviorEvent: null,
  complex: [],
};

it.each([
  ['none', '', null],
  [
    'do while',
    standard('', formal('loopCondition', '= x &lt; 3')),
    { kind: 'standard', testBefore: false, condition: 'x < 3', maximum: null },
  ],
  [
    'while, at most five times',
    standard('testBefore="true" loopMaximum="5"'),
    { kind: 'standard', testBefore: true, condition: null, maximum: '5' },
  ],
  [
    'so many instances',
    multiple('isSequential="true"', formal('loopCardinality', '3')),
    { ...once, sequential: true, cardinality: '3' },
  ],
  [
    'until',
    multiple('', formal('completionCondition', 'numberOfCompletedInstances = 2')),
    { ...once, completionCondition: 'numberOfCompletedInstances = 2' },
  ],
  [
    'for each of a collection',
    multiple('dw:collection="= people" dw:item="person" dw:outputCollection="answers" dw:outputItem="= answer * 2"'),
    { ...once, collection: 'people', inputItem: 'person', outputCollection: 'answers', outputItem: 'answer * 2' },
  ],
  [
    'an event with the first',
    multiple('behavior="One" oneBehaviorEventRef="ev"'),
    { ...once, behavior: 'one', behaviorEvent: { kind: 'signal', name: 'told' } },
  ],
  [
    'an event with each',
    multiple('behavior="None" noneBehaviorEventRef="ev"'),
    { ...once, behavior: 'none', behaviorEvent: { kind: 'signal', name: 'told' } },
  ],
  ['no event where all are waited for', multiple('behavior="All" noneBehaviorEventRef="ev"'), once],
])('%s', async (_what, loop, expected) => {
  const root = '<bpmn:signal id="s" name="told"/><bpmn:signalEventDefinition id="ev" signalRef="s"/>';
  const { nodes } = compile(await parseModel(bpmn(`<bpmn:userTask id="a">${loop}</bpmn:userTask>`, { root })));
  expect(nodes[1]?.loop).toEqual(expected);
});
