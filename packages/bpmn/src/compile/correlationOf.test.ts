import { expect, it } from 'vitest';
import { readNode } from '../test/readNode.ts';
import { bpmn } from '../test/sampleModel.ts';

/** A message "paid" with a correlation property for each path, by the name of the property. */
const root = (paths: Readonly<Record<string, string>>) =>
  `<bpmn:message id="m" name="paid" /><bpmn:message id="other" name="other" />${Object.entries(paths)
    .map(
      ([id, path]) =>
        `<bpmn:correlationProperty id="${id}"><bpmn:correlationPropertyRetrievalExpression id="${id}_r" messageRef="m"><bpmn:messagePath xsi:type="bpmn:tFormalExpression">${path}</bpmn:messagePath></bpmn:correlationPropertyRetrievalExpression></bpmn:correlationProperty>`,
    )
    .join('')}<bpmn:collaboration id="c"><bpmn:correlationKey id="k">${Object.keys(paths)
    .map((id) => `<bpmn:correlationPropertyRef>${id}</bpmn:correlationPropertyRef>`)
    .join('')}</bpmn:correlationKey></bpmn:collaboration>`;
const subscription = (bindings: Readonly<Record<string, string>>) =>
  `<bpmn:correlationSubscription id="sub" correlationKeyRef="k">${Object.entries(bindings)
    .map(
      ([id, path]) =>
        `<bpmn:correlationPropertyBinding id="${id}_b" correlationPropertyRef="${id}"><bpmn:dataPath xsi:type="bpmn:tFormalExpression">${path}</bpmn:dataPath></bpmn:correlationPropertyBinding>`,
    )
    .join('')}</bpmn:correlationSubscription>`;
const receive = (message = 'm', extensions = '') =>
  `<bpmn:receiveTask id="a" messageRef="${message}">${extensions}</bpmn:receiveTask>`;
const send = '<bpmn:sendTask id="a" messageRef="m" />';
const throwing =
  '<bpmn:intermediateThrowEvent id="a"><bpmn:messageEventDefinition messageRef="m" /></bpmn:intermediateThrowEvent>';

it.each([
  ['no property', receive(), {}, '', null],
  ['another message', receive('other'), { p1: 'orderId' }, '', null],
  [
    'who sends takes it from the message',
    send,
    { p1: 'message.orderId' },
    subscription({ p1: 'myOrder' }),
    'message.orderId',
  ],
  ['who throws does too', throwing, { p1: 'message.orderId' }, subscription({ p1: 'myOrder' }), 'message.orderId'],
  [
    'who waits compares with its own context',
    receive(),
    { p1: 'message.orderId' },
    subscription({ p1: 'myOrder' }),
    'myOrder',
  ],
  ['without a subscription, with what the first message has left', receive(), { p1: 'orderId' }, '', 'orderId'],
  [
    'several properties are compared as a whole',
    receive(),
    { p1: 'a', p2: 'b' },
    subscription({ p2: 'c' }),
    'string(a) + "|" + string(c)',
  ],
  ['in JUEL', send, { p1: '${order.id}' }, '', 'order.id'],
  [
    'our own goes first',
    receive('m', '<bpmn:extensionElements><dw:correlation key="= dealId" /></bpmn:extensionElements>'),
    { p1: 'orderId' },
    '',
    'dealId',
  ],
])('%s', async (_what, content, properties, subscribed, correlation) => {
  const { node } = await readNode(bpmn(subscribed + content, { root: root(properties) }), 'a');
  expect(node.events).toEqual([expect.objectContaining({ kind: 'message', correlation })]);
});
