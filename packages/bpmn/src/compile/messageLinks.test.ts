import { expect, it } from 'vitest';
import { readNode } from '../test/readNode.ts';
import { bpmn } from '../test/sampleModel.ts';

const file = (content: string, flows: string) =>
  bpmn(content, {
    root: `<bpmn:message id="m" name="paid" /><bpmn:collaboration id="c"><bpmn:participant id="us" processRef="p" /><bpmn:participant id="they" processRef="q" />${flows}</bpmn:collaboration>
      <bpmn:process id="q"><bpmn:startEvent id="qs" /><bpmn:receiveTask id="qr" /><bpmn:receiveTask id="qr2" /></bpmn:process>`,
  });
const flow = (from: string, to: string) =>
  `<bpmn:messageFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" />`;
const named = (name: string) => ({ kind: 'message', name, correlation: null });

it.each([
  ['an unnamed message is named by who gets it', '<bpmn:sendTask id="a" />', flow('a', 'qr'), [named('→qr')]],
  [
    'it goes along every flow',
    '<bpmn:sendTask id="a" />',
    flow('a', 'qr') + flow('a', 'qr2'),
    [named('→qr'), named('→qr2')],
  ],
  ['a named message keeps its name', '<bpmn:sendTask id="a" messageRef="m" />', flow('a', 'qr'), [named('paid')]],
  ['who gets it knows it by the same name', '<bpmn:receiveTask id="a" />', flow('qs', 'a'), [named('→a')]],
  ['a start event that a flow leads to waits for it', '<bpmn:startEvent id="a" />', flow('qs', 'a'), [named('→a')]],
  ['an end event that a flow leaves sends it', '<bpmn:endEvent id="a" />', flow('a', 'qr'), [named('→qr')]],
  [
    'a message event without a message',
    '<bpmn:intermediateCatchEvent id="a"><bpmn:messageEventDefinition /></bpmn:intermediateCatchEvent>',
    flow('qs', 'a'),
    [named('→a')],
  ],
  ['a flow to a pool names nobody in it', '<bpmn:sendTask id="a" />', flow('a', 'they'), []],
  ['without a flow there is no message', '<bpmn:sendTask id="a" />', '', []],
])('%s', async (_what, content, flows, events) => {
  expect((await readNode(file(content, flows), 'a')).node.events).toEqual(events);
});

it('a start event that waits for a flow’s message is not where the process begins', async () => {
  const content = '<bpmn:startEvent id="a" /><bpmn:startEvent id="b" />';
  const { node } = await readNode(file(content, flow('qs', 'a')), 'p');
  expect(node).toMatchObject({ children: [1, 2], starts: [2] });
});
