import { expect, test } from 'vitest';
import { compile, parseModel } from '../../../packages/bpmn/src/index.ts';
import { flows, formal, processFile, script, timer } from '../testing/model.ts';
import { bindModel, secondsOfLasting } from './bindModel.ts';

const bound = async (content: string) => compile(await parseModel(await bindModel(processFile('p', content))));

test('a task that takes time becomes an activity that does, with its loop and its border', async () => {
  const graph = await bound(
    `<startEvent id="s"/>${script('w', 'WAIT_TEN_SECONDS', `<multiInstanceLoopCharacteristics>${formal('loopCardinality', '${integerVariable}')}</multiInstanceLoopCharacteristics>`)}
    <boundaryEvent id="b" attachedToRef="w"><errorEventDefinition id="x"/></boundaryEvent><endEvent id="e"/>${flows('s > w', 'w > e', 'b > e')}`,
  );
  const node = graph.nodes[graph.nodeIndex.get('w') ?? -1];
  expect(node?.type).toBe('subProcess');
  expect(node?.loop).toMatchObject({ kind: 'multiInstance', cardinality: 'integerVariable' });
  expect(node?.boundary).toEqual([graph.nodeIndex.get('b')]);
  expect(graph.nodes.filter((one) => secondsOfLasting(one.id) === 10)).toHaveLength(1);
});

test('expressions in FEEL and timers stand as they are', async () => {
  const graph = await bound(
    `<startEvent id="s"/><intermediateCatchEvent id="c">${timer('timeCycle', 'R4/PT5S')}</intermediateCatchEvent>
    <endEvent id="e"/><endEvent id="e2"/>${flows('s > c', 'c > e: contains(test, "a")', 'c > e2: test.contains("b")')}`,
  );
  expect(graph.flows.map((flow) => flow.condition)).toEqual([null, 'contains(test, "a")', 'contains(test, "b")']);
  expect(graph.nodes[graph.nodeIndex.get('c') ?? -1]?.events).toMatchObject([{ timer: { source: 'R4/PT5S' } }]);
});

test('a script in a language of its own is not the suite’s', async () => {
  const graph = await bound(
    `<startEvent id="s"/><scriptTask id="x" scriptFormat="feel"><script>{ a: 1 }</script></scriptTask>${flows('s > x')}`,
  );
  expect(graph.nodes[graph.nodeIndex.get('x') ?? -1]?.script).toMatchObject({ language: 'feel', source: '{ a: 1 }' });
});
