import { expect, it } from 'vitest';
import { readNode } from '../test/readNode.ts';
import { bpmn } from '../test/sampleModel.ts';

const OBJECTS =
  '<bpmn:dataObject id="o1" name="Order" /><bpmn:dataObjectReference id="ref" name="Order [paid]" dataObjectRef="o1" /><bpmn:dataObject id="o2" />';
const IO =
  '<bpmn:ioSpecification id="io"><bpmn:dataInput id="in" name="input" /><bpmn:dataOutput id="out" name="output" /><bpmn:inputSet id="is" /><bpmn:outputSet id="os" /></bpmn:ioSpecification>';
const input = (inside: string) => `<bpmn:dataInputAssociation id="dia">${inside}</bpmn:dataInputAssociation>`;
const output = (inside: string) => `<bpmn:dataOutputAssociation id="doa">${inside}</bpmn:dataOutputAssociation>`;
const ends = (source: string, target: string) =>
  `<bpmn:sourceRef>${source}</bpmn:sourceRef><bpmn:targetRef>${target}</bpmn:targetRef>`;
const assign = (from: string, to: string) =>
  `<bpmn:assignment><bpmn:from xsi:type="bpmn:tFormalExpression">${from}</bpmn:from><bpmn:to xsi:type="bpmn:tFormalExpression">${to}</bpmn:to></bpmn:assignment>`;
const task = (inside: string, extensions = '') =>
  `${OBJECTS}<bpmn:userTask id="a">${extensions && `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`}${inside}</bpmn:userTask>`;

it.each([
  ['nothing', task(''), [], []],
  [
    'a copy, whose reference stands for its data object',
    task(IO + input(ends('ref', 'in')) + output(ends('out', 'o2'))),
    [{ name: 'input', from: 'Order' }],
    [{ name: 'o2', from: 'output' }],
  ],
  ['a copy to itself', task(IO.replace('name="input"', 'name="Order"') + input(ends('ref', 'in'))), [], []],
  [
    'a transformation',
    task(IO + input(`${ends('ref', 'in')}<bpmn:transformation>\${Order.total * 2}</bpmn:transformation>`)),
    [{ name: 'input', value: 'Order.total * 2' }],
    [],
  ],
  [
    'an assignment to a variable, and one into a part of the target',
    task(IO + output(ends('out', 'o2') + assign('output + 1', 'total') + assign('"x"', '$out/a/b'))),
    [],
    [
      { name: 'total', value: 'output + 1' },
      { name: 'o2', value: '"x"' },
    ],
  ],
  ['an association that leads nowhere', task(IO + input('<bpmn:sourceRef>ref</bpmn:sourceRef>')), [], []],
  [
    'our own mapping, behind the associations',
    task(
      IO + input(ends('ref', 'in')),
      '<dw:io><dw:input name="x" value="= input.a" /><dw:input value="1" /><dw:output name="y" value="x" /></dw:io>',
    ),
    [
      { name: 'input', from: 'Order' },
      { name: 'x', value: 'input.a' },
    ],
    [{ name: 'y', value: 'x' }],
  ],
  [
    'what an event catches',
    `${OBJECTS}<bpmn:intermediateCatchEvent id="a"><bpmn:dataOutput id="eo" name="message" />${output(ends('eo', 'o2'))}<bpmn:signalEventDefinition /></bpmn:intermediateCatchEvent>`,
    [],
    [{ name: 'o2', from: 'message' }],
  ],
  [
    'what an event throws',
    `${OBJECTS}<bpmn:intermediateThrowEvent id="a"><bpmn:dataInput id="ei" name="message" />${input(ends('ref', 'ei'))}<bpmn:signalEventDefinition /></bpmn:intermediateThrowEvent>`,
    [{ name: 'message', from: 'Order' }],
    [],
  ],
  ['a gateway has none', `${OBJECTS}<bpmn:exclusiveGateway id="a" />`, [], []],
])('%s', async (_what, content, inputs, outputs) => {
  expect((await readNode(bpmn(content), 'a')).node).toMatchObject({ inputs, outputs });
});
