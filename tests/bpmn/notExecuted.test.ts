import { expect, test } from 'vitest';
import { parseModel, validate } from '../../packages/bpmn/src/index.ts';
import { element, file, flows, process, start, user } from './drawing.ts';
import { graphOfXml, simulate } from './play.ts';

const sale = (more: string) => process('p', start('begin') + user('a') + more + flows('begin > a'));

test('lanes: every step knows its lane, the innermost, and the flow is the same', async () => {
  const lanes = `<bpmn:laneSet id="ls"><bpmn:lane id="team" name="Team"><bpmn:flowNodeRef>begin</bpmn:flowNodeRef><bpmn:childLaneSet id="inner">
    <bpmn:lane id="reps" name="Reps"><bpmn:flowNodeRef>a</bpmn:flowNodeRef></bpmn:lane></bpmn:childLaneSet></bpmn:lane></bpmn:laneSet>`;
  const graph = await graphOfXml(file(process('p', lanes + start('begin') + user('a') + flows('begin > a'))));
  const laneOf = (id: string) => graph.lanes[graph.nodes.find((node) => node.id === id)?.lane ?? -1]?.name;
  expect([laneOf('begin'), laneOf('a')]).toEqual(['Team', 'Reps']);
  expect(simulate(graph).start().open).toEqual(['task a']);
});

test.each([
  [
    'text annotation and association',
    '<bpmn:textAnnotation id="x"><bpmn:text>Call first</bpmn:text></bpmn:textAnnotation><bpmn:association id="y" sourceRef="a" targetRef="x"/>',
  ],
  ['group', '<bpmn:group id="x"/>'],
])('artifacts change nothing: %s', async (_title, artifact) => {
  const graph = await graphOfXml(file(sale(artifact)));
  expect(graph.nodes).toHaveLength(3);
  expect(simulate(graph).start().open).toEqual(['task a']);
});

test.each([
  [
    'choreography: read and validated, never run',
    `<bpmn:choreography id="ch"><bpmn:participant id="p1" name="Buyer"/><bpmn:participant id="p2" name="Seller"/><bpmn:messageFlow id="mf" sourceRef="p1" targetRef="p2"/>
      <bpmn:startEvent id="cs"/><bpmn:choreographyTask id="ct" name="Offer" initiatingParticipantRef="p1"><bpmn:participantRef>p1</bpmn:participantRef><bpmn:participantRef>p2</bpmn:participantRef><bpmn:messageFlowRef>mf</bpmn:messageFlowRef></bpmn:choreographyTask>
      <bpmn:endEvent id="ce"/><bpmn:sequenceFlow id="c1" sourceRef="cs" targetRef="ct"/><bpmn:sequenceFlow id="c2" sourceRef="ct" targetRef="ce"/></bpmn:choreography>`,
  ],
  [
    'conversation: read and validated, never run',
    `<bpmn:collaboration id="co"><bpmn:participant id="p1" name="Buyer" processRef="p"/><bpmn:participant id="p2" name="Seller"/>
      <bpmn:conversation id="cv" name="Sale"><bpmn:participantRef>p1</bpmn:participantRef><bpmn:participantRef>p2</bpmn:participantRef></bpmn:conversation>
      <bpmn:conversationLink id="l1" sourceRef="p1" targetRef="cv"/><bpmn:conversationLink id="l2" sourceRef="p2" targetRef="cv"/></bpmn:collaboration>`,
  ],
])('%s', async (_title, root) => {
  const xml = file(root, sale(''));
  expect(validate(await parseModel(xml)).filter(({ severity }) => severity === 'error')).toEqual([]);
  const graph = await graphOfXml(xml);
  expect(graph.processId).toBe('p');
  expect(simulate(graph).start().open).toEqual(['task a']);
});

test('a process that is not executable is not run where another is', async () => {
  const graph = await graphOfXml(file(element('process', 'drawn', start('x'), 'isExecutable="false"'), sale('')));
  expect(graph.processId).toBe('p');
});
