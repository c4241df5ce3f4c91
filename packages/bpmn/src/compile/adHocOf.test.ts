import { expect, it } from 'vitest';
import { readNode } from '../test/readNode.ts';
import { bpmn } from '../test/sampleModel.ts';

const adHoc = (attributes: string, inside = '') =>
  bpmn(`<bpmn:adHocSubProcess id="a" ${attributes}>${inside}<bpmn:task id="t" /></bpmn:adHocSubProcess>`);
const usual = { sequential: false, completionCondition: null, cancelRemaining: true, activeElements: null };

it.each([
  ['as it is without a word', adHoc(''), usual],
  ['one after another', adHoc('ordering="Sequential"'), { ...usual, sequential: true }],
  [
    'until something is true, and what still runs is waited for',
    adHoc(
      'cancelRemainingInstances="false"',
      '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${done == 2}</bpmn:completionCondition>',
    ),
    { ...usual, completionCondition: 'done = 2', cancelRemaining: false },
  ],
  ['starting with some', adHoc('dw:activeElements="= ids"'), { ...usual, activeElements: 'ids' }],
])('%s', async (_what, xml, expected) => {
  expect((await readNode(xml, 'a')).node.adHoc).toEqual(expected);
});

it('no other subprocess is one', async () => {
  expect((await readNode(bpmn('<bpmn:subProcess id="a" />'), 'a')).node.adHoc).toBeNull();
});
