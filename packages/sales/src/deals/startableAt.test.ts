import { compile, parseModel } from '@dealwright/bpmn';
import { expect, it } from 'vitest';
import { startableAt } from './startableAt.ts';

async function graphWith(ordering: 'Parallel' | 'Sequential') {
  const model = await parseModel(`<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="defs" targetNamespace="urn:test">
<bpmn:process id="sale" isExecutable="true">
  <bpmn:adHocSubProcess id="prepare" ordering="${ordering}">
    <bpmn:userTask id="call" /><bpmn:userTask id="visit" /><bpmn:intermediateThrowEvent id="note" />
  </bpmn:adHocSubProcess>
</bpmn:process>
</bpmn:definitions>`);
  return compile(model);
}
const offered = (found: ReturnType<typeof startableAt>) =>
  found.flatMap(({ activities }) => activities.map(({ nodeId }) => nodeId));
const at = (...ids: string[]) => ids.map((nodeId) => ({ nodeId }));

it('offers the activities of an ad-hoc subprocess, also while one is under way', async () => {
  const graph = await graphWith('Parallel');
  expect(offered(startableAt(graph, at('prepare', 'call')))).toEqual(['call', 'visit']);
  expect(offered(startableAt(graph, at('elsewhere')))).toEqual([]);
});

it('offers nothing that would be refused: one at a time, and one is under way', async () => {
  const graph = await graphWith('Sequential');
  expect(offered(startableAt(graph, at('prepare', 'call')))).toEqual([]);
  expect(offered(startableAt(graph, at('prepare')))).toEqual(['call', 'visit']);
});
