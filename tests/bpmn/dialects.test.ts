import { describe, expect, it, test } from 'vitest';
import { compile, parseModel } from '../../packages/bpmn/src/index.ts';
import type { JsonObject } from '../../packages/engine/src/index.ts';
import { evaluateFeel } from '../../packages/expression/src/evaluateFeel.ts';
import { graphOfXml, simulate } from './play.ts';

const CAMUNDA_7 = 'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"';
const CAMUNDA_8 = 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';

/** A file as other vendors' modelers write it: nothing in it is ours. */
const file = (namespaces: string, content: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${namespaces} id="d" targetNamespace="urn:t">${content}</bpmn:definitions>`;
const process = (id: string, content: string) =>
  `<bpmn:process id="${id}" isExecutable="true">${content}</bpmn:process>`;
const extensions = (inside: string) => `<bpmn:extensionElements>${inside}</bpmn:extensionElements>`;
const flow = (from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${condition && `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`;
const START = '<bpmn:startEvent id="start" />';

/** The value of a condition of a Camunda 7 model, with or without `${` and `}`, as the engine would evaluate it. */
async function valueOf(source: string, variables: JsonObject): Promise<unknown> {
  const content = `${START}<bpmn:task id="a" />${flow('start', 'a', source)}`;
  const graph = compile(await parseModel(file(CAMUNDA_7, process('p', content))));
  return evaluateFeel(graph.flows[0]?.condition ?? '', variables, 0);
}

describe('conditions mean what they mean in Java', () => {
  const variables: JsonObject = {
    test: 'abc',
    integerVariable: 2,
    minus: -7,
    list: ['abc', 'd'],
    one: ['abc'],
    none: [],
    blank: '',
    nothing: null,
    yes: true,
    no: false,
    deal: { value: 10, 'first name': 'Kim', items: [{ n: 1 }, { n: 2 }] },
  };
  it.each([
    ['test.contains("a")', true],
    ['test.contains("x")', false],
    ['!test.contains("a")', false],
    ['list.contains("abc")', true],
    ['list.contains("b")', false],
    // a list of one text is not that text
    ['one.contains("b")', false],
    ['one.contains("abc")', true],
    ['test.contains("a") && !yes', false],
    ['yes && (no || !no) && integerVariable != 3', true],
    ['!(yes && no)', true],
    ['integerVariable<3 && true', true],
    ['integerVariable % 2 == 0', true],
    ['minus % 4 == -3', true],
    ['integerVariable - (1 - 1) * 5 == 2', true],
    ["deal['first name'] == 'Kim'", true],
    ['deal.items[1].n == 2', true],
    ['deal.items[integerVariable - 1].n == 2', true],
    ['deal.value > 5 ? yes : no', true],
    ['(no ? 1 : 2) + 1 == 3', true],
    ['test.substring(1) == "bc"', true],
    ['test.substring(0, 2) == "ab"', true],
    ['test.substring(1, integerVariable) == "b"', true],
    ['test.length() == 3 && list.size() == 2', true],
    ['none.isEmpty() && blank.isEmpty() && !list.isEmpty() && !test.isEmpty()', true],
    ['test.startsWith("a") && test.endsWith("c") && test.toUpperCase() == "ABC"', true],
    ['test.equals("abc") && "ABC".equalsIgnoreCase(test)', true],
    ['"n" + integerVariable == "n2"', true],
  ])('%s', async (source, expected) => {
    expect(await valueOf(source, variables)).toBe(expected);
    expect(await valueOf(`\${${source}}`, variables)).toBe(expected);
  });

  it.each([
    ['${empty nothing and empty blank and empty none and not empty list and not empty test}', true],
    ['${execution.getVariable("test") eq "abc"}', true],
    ['${execution.hasVariable("nothing") or execution.hasVariable("absent")}', false],
    ['${nothing == null}', true],
  ])('%s', async (source, expected) => {
    expect(await valueOf(source, variables)).toBe(expected);
  });
});

test('Camunda 7: mapped in, done by an external task, mapped out beside its result, and decided in JUEL', async () => {
  const io =
    '<camunda:inputOutput><camunda:inputParameter name="to">Dear ${name}</camunda:inputParameter><camunda:outputParameter name="sent">${code + 1}</camunda:outputParameter></camunda:inputOutput>';
  const content = `${START}
    <bpmn:serviceTask id="send" camunda:type="external" camunda:topic="mail">${extensions(io)}</bpmn:serviceTask>
    <bpmn:exclusiveGateway id="gate" default="gate_no" /><bpmn:userTask id="yes" camunda:assignee="\${owner}" /><bpmn:userTask id="no" />
    ${flow('start', 'send')}${flow('send', 'gate')}${flow('gate', 'yes', "${sent == 2 && code == 1 && name.startsWith('K')}")}${flow('gate', 'no')}`;
  const run = simulate(await graphOfXml(file(CAMUNDA_7, process('p', content)))).start({ name: 'Kim', owner: 'x@y.z' });
  expect(run.wait('send').variables).toEqual({ name: 'Kim', owner: 'x@y.z', to: 'Dear Kim' });
  run.complete('send', { code: 1 });
  expect(run.open).toEqual(['task yes']);
});

test('Camunda 7: several instances over a collection, until half of them are done', async () => {
  const loop =
    '<bpmn:multiInstanceLoopCharacteristics camunda:collection="people" camunda:elementVariable="person"><bpmn:completionCondition>${nrOfCompletedInstances / nrOfInstances >= 0.5}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>';
  const content = `${START}<bpmn:userTask id="ask" camunda:assignee="\${people[loopCounter]}">${loop}</bpmn:userTask><bpmn:userTask id="next" />${flow('start', 'ask')}${flow('ask', 'next')}`;
  const run = simulate(await graphOfXml(file(CAMUNDA_7, process('p', content)))).start({
    people: ['a', 'b', 'c', 'd'],
  });
  expect(run.open).toEqual(['task ask', 'task ask', 'task ask', 'task ask']);
  run.complete('ask');
  expect(run.open).toHaveLength(3);
  run.complete('ask');
  expect(run.open).toEqual(['task next']);
});

const called = (namespaces: string) =>
  graphOfXml(file(namespaces, process('sub', `${START}<bpmn:userTask id="work" />${flow('start', 'work')}`)));
const calling = (attributes: string, inside: string) =>
  process(
    'p',
    `${START}<bpmn:callActivity id="call" ${attributes}>${extensions(inside)}</bpmn:callActivity><bpmn:userTask id="after" />${flow('start', 'call')}${flow('call', 'after')}`,
  );

test.each([
  ['nothing', CAMUNDA_7, '', {}, { a: 1, b: 2 }],
  [
    'everything',
    CAMUNDA_7,
    '<camunda:in variables="all" /><camunda:out variables="all" />',
    { a: 1, b: 2 },
    { a: 1, b: 2, r: 5 },
  ],
  [
    'one',
    CAMUNDA_7,
    '<camunda:in source="a" target="x" /><camunda:out source="r" target="y" />',
    { x: 1 },
    { a: 1, b: 2, y: 5 },
  ],
  [
    'everything and one more',
    CAMUNDA_7,
    '<camunda:in variables="all" /><camunda:in sourceExpression="${a + b}" target="x" />',
    { a: 1, b: 2, x: 3 },
    { a: 1, b: 2 },
  ],
  ['everything', CAMUNDA_8, '<zeebe:calledElement processId="sub" />', { a: 1, b: 2 }, { a: 1, b: 2, r: 5 }],
  [
    'only what is mapped',
    CAMUNDA_8,
    '<zeebe:calledElement processId="sub" propagateAllParentVariables="false" propagateAllChildVariables="false" /><zeebe:ioMapping><zeebe:input source="=a" target="x" /></zeebe:ioMapping>',
    { x: 1 },
    { a: 1, b: 2 },
  ],
])('a call hands over and gets back %s', async (_what, namespaces, inside, given, left) => {
  const attributes = namespaces === CAMUNDA_7 ? 'calledElement="sub"' : '';
  const graph = await graphOfXml(file(namespaces, calling(attributes, inside)), 'p');
  const run = simulate(graph, { called: { sub: await called(namespaces) } }).start({ a: 1, b: 2 });
  expect(run.wait('call').variables).toEqual(given);
  run.called('call').complete('work', { r: 5 });
  expect(run.open).toEqual(['task after']);
  expect(run.variables).toEqual(left);
});

test('Camunda 8: mapped, in a loop that collects results', async () => {
  const loop = `<bpmn:multiInstanceLoopCharacteristics isSequential="true">${extensions('<zeebe:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=answer * 2" />')}</bpmn:multiInstanceLoopCharacteristics>`;
  const content = `${START}<bpmn:serviceTask id="work">${extensions('<zeebe:taskDefinition type="double" />')}${loop}</bpmn:serviceTask><bpmn:userTask id="next" />${flow('start', 'work')}${flow('work', 'next', '= count(results) = 2')}`;
  const run = simulate(await graphOfXml(file(CAMUNDA_8, process('p', content)))).start({ items: [1, 2] });
  run.complete('work', { answer: 10 }).complete('work', { answer: 20 });
  expect(run.open).toEqual(['task next']);
  expect(run.variables['results']).toEqual([20, 40]);
});
