import { expect, it } from 'vitest';
import { readNode } from '../test/readNode.ts';
import { bpmn } from '../test/sampleModel.ts';

const HOST =
  '<bpmn:task id="a" /><bpmn:boundaryEvent id="edge" attachedToRef="a"><bpmn:compensateEventDefinition id="d" /></bpmn:boundaryEvent>';
const UNDO = '<bpmn:serviceTask id="undo" isForCompensation="true" />';
const association = (from: string, to: string) => `<bpmn:association id="as" sourceRef="${from}" targetRef="${to}" />`;

it.each([
  ['as it should be drawn', HOST + UNDO + association('edge', 'undo'), 3],
  ['drawn the wrong way round', HOST + UNDO + association('undo', 'edge'), 3],
  ['without an association', HOST + UNDO, -1],
  ['to a note', `${HOST + UNDO}<bpmn:textAnnotation id="note" />${association('edge', 'note')}`, -1],
  ['to itself', HOST + association('edge', 'a'), -1],
  [
    'from an event of another kind',
    (HOST + UNDO + association('edge', 'undo')).replace('compensateEvent', 'signalEvent'),
    -1,
  ],
])('what compensates an activity: %s', async (_what, content, compensation) => {
  const { node } = await readNode(bpmn(content), 'a');
  expect(node).toMatchObject({ compensation, isForCompensation: false });
});

it('knows what only compensation starts', async () => {
  const { node } = await readNode(bpmn(HOST + UNDO + association('edge', 'undo')), 'undo');
  expect(node.isForCompensation).toBe(true);
});
