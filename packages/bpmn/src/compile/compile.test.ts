import { describe, expect, it } from 'vitest';
import { ModelError } from '../ModelError.ts';
import { parseModel } from '../parse/parseModel.ts';
import type { ProcessGraph } from '../ProcessGraph.ts';
import { bpmn, SIMPLE } from '../test/sampleModel.ts';
import { compile } from './compile.ts';

async function graphOf(content: string, options?: Parameters<typeof bpmn>[1]): Promise<ProcessGraph> {
  return compile(await parseModel(bpmn(content, options)));
}
function nodeOf(graph: ProcessGraph, id: string) {
  const node = graph.nodes[graph.nodeIndex.get(id) ?? -1];
  if (!node) throw new Error(`no node ${id}`);
  return node;
}
const ids = (graph: ProcessGraph, indexes: readonly number[]) => indexes.map((index) => graph.nodes[index]?.id);

describe('compile', () => {
  it('numbers nodes and flows and connects them', async () => {
    const graph = compile(await parseModel(SIMPLE));
    expect(graph.nodes.map((node) => [node.index, node.id, node.type, node.parent])).toEqual([
      [0, 'p', 'process', -1],
      [1, 'start', 'startEvent', 0],
      [2, 'call', 'userTask', 0],
      [3, 'end', 'endEvent', 0],
    ]);
    expect(graph.flows.map((flow) => [flow.id, flow.source, flow.target])).toEqual([
      ['f1', 1, 2],
      ['f2', 2, 3],
    ]);
    expect(graph).toMatchObject({ processId: 'p', name: 'Sale', executable: true, recordType: 'deal' });
    expect(nodeOf(graph, 'call')).toMatchObject({ incoming: [0], outgoing: [1], defaultFlow: -1, attachedTo: -1 });
    expect(nodeOf(graph, 'p')).toMatchObject({ children: [1, 2, 3], starts: [1] });
  });

  it('starts at none start events only, where there is any start event', async () => {
    const graph = await graphOf(
      `<bpmn:startEvent id="a" /><bpmn:startEvent id="b"><bpmn:messageEventDefinition messageRef="m" /></bpmn:startEvent><bpmn:task id="t" />`,
      { root: '<bpmn:message id="m" name="lead" />' },
    );
    expect(ids(graph, nodeOf(graph, 'p').starts)).toEqual(['a']);
    expect(nodeOf(graph, 'b').events).toEqual([{ kind: 'message', name: 'lead', correlation: null }]);
  });

  it('starts at nodes that nothing enters, where there is no start event', async () => {
    const graph = await graphOf(
      `<bpmn:task id="a" /><bpmn:task id="b" /><bpmn:task id="undo" isForCompensation="true" /><bpmn:boundaryEvent id="c" attachedToRef="a"><bpmn:signalEventDefinition signalRef="s" /></bpmn:boundaryEvent>
       <bpmn:intermediateCatchEvent id="l"><bpmn:linkEventDefinition name="x" /></bpmn:intermediateCatchEvent><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b" />`,
      { root: '<bpmn:signal id="s" name="S" />' },
    );
    expect(ids(graph, nodeOf(graph, 'p').starts)).toEqual(['a']);
    expect(nodeOf(graph, 'c')).toMatchObject({ attachedTo: graph.nodeIndex.get('a'), interrupting: true });
    expect(ids(graph, nodeOf(graph, 'a').boundary)).toEqual(['c']);
  });

  it('nests subprocesses and knows event subprocesses', async () => {
    const graph = await graphOf(`<bpmn:startEvent id="s" />
      <bpmn:subProcess id="sub"><bpmn:startEvent id="in" /><bpmn:task id="t" /><bpmn:sequenceFlow id="f" sourceRef="in" targetRef="t" />
        <bpmn:subProcess id="ev" triggeredByEvent="true"><bpmn:startEvent id="es" isInterrupting="false"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent></bpmn:subProcess>
      </bpmn:subProcess><bpmn:sequenceFlow id="g" sourceRef="s" targetRef="sub" />`);
    const sub = nodeOf(graph, 'sub');
    expect([sub.type, ids(graph, sub.children), ids(graph, sub.starts), ids(graph, sub.eventSubProcesses)]).toEqual([
      'subProcess',
      ['in', 't', 'ev'],
      ['in'],
      ['ev'],
    ]);
    expect(nodeOf(graph, 'ev')).toMatchObject({ type: 'eventSubProcess', parent: sub.index });
    expect(nodeOf(graph, 'es')).toMatchObject({
      interrupting: false,
      events: [{ kind: 'timer', timer: { type: 'duration', source: 'P1D' } }],
    });
  });

  it('pairs links within their scope', async () => {
    const graph =
      await graphOf(`<bpmn:intermediateThrowEvent id="a"><bpmn:linkEventDefinition name="x" /></bpmn:intermediateThrowEvent>
      <bpmn:intermediateCatchEvent id="b" name="x"><bpmn:linkEventDefinition /></bpmn:intermediateCatchEvent>`);
    expect(nodeOf(graph, 'a').linkTarget).toBe(graph.nodeIndex.get('b'));
  });

  it('gives what stands in a subprocess the lane of the subprocess', async () => {
    const graph =
      await graphOf(`<bpmn:laneSet id="ls"><bpmn:lane id="l1" name="Rep" dw:role="owner"><bpmn:flowNodeRef>a</bpmn:flowNodeRef></bpmn:lane><bpmn:lane id="l2" name="Finance"><bpmn:flowNodeRef>sub</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
      <bpmn:task id="a" /><bpmn:subProcess id="sub"><bpmn:task id="t" /></bpmn:subProcess>`);
    expect(graph.lanes.map((lane) => [lane.id, lane.role])).toEqual([
      ['l1', 'owner'],
      ['l2', 'Finance'],
    ]);
    expect([nodeOf(graph, 'a').lane, nodeOf(graph, 't').lane, nodeOf(graph, 'p').lane]).toEqual([0, 1, -1]);
  });

  it('reads the sales side', async () => {
    const graph =
      await graphOf(`<bpmn:extensionElements><dw:stages recordType="renewal"><dw:stage id="first"><dw:label lang="en">First</dw:label><dw:label lang="zh">首先</dw:label></dw:stage></dw:stages></bpmn:extensionElements>
      <bpmn:userTask id="t" dw:stage="first" dw:sla="PT4H"><bpmn:extensionElements>
        <dw:label lang="zh">致电</dw:label><dw:playbook lang="en">Call.</dw:playbook>
        <dw:assignment rule="expression" value="= ownerEmail" approve="all" />
        <dw:form fieldBudget="3">{"type":"default","components":[{"type":"textfield","key":"a"}]}</dw:form>
        <dw:kpi measure="slaHitRate" target="90.5" unit="percent" direction="up" />
      </bpmn:extensionElements></bpmn:userTask>
      <bpmn:serviceTask id="n"><bpmn:extensionElements><dw:connector type="notify" retries="5" backoff="PT5M"><dw:input name="to" value="=owner" /><dw:output name="sent" value="result.ok" /></dw:connector></bpmn:extensionElements></bpmn:serviceTask>
      <bpmn:scriptTask id="sc" scriptFormat="feel" dw:resultVariable="sum"><bpmn:script>1 + 1</bpmn:script></bpmn:scriptTask>
      <bpmn:endEvent id="e" dw:outcome="won" />`);
    expect(graph.stages).toEqual([{ id: 'first', labels: { en: 'First', zh: '首先' } }]);
    expect(graph.recordType).toBe('renewal');
    expect(nodeOf(graph, 't').business).toEqual({
      stage: 'first',
      sla: 'PT4H',
      kpis: [
        {
          id: 't_kpi_1',
          measure: 'slaHitRate',
          field: null,
          target: 90.5,
          unit: 'percent',
          direction: 'up',
          labels: {},
        },
      ],
      labels: { zh: '致电' },
      playbook: { en: 'Call.' },
      assignment: { rule: 'expression', value: 'ownerEmail', approve: 'all' },
      form: { type: 'default', components: [{ type: 'textfield', key: 'a' }] },
      fieldBudget: 3,
      connector: null,
      outcome: null,
    });
    expect(nodeOf(graph, 'n').business.connector).toEqual({
      type: 'notify',
      retries: 5,
      backoff: 'PT5M',
      inputs: [{ name: 'to', value: 'owner' }],
      outputs: [{ name: 'sent', value: 'result.ok' }],
    });
    expect(nodeOf(graph, 'sc').script).toEqual({ language: 'feel', source: '1 + 1', resultVariable: 'sum' });
    expect(nodeOf(graph, 'e').business.outcome).toBe('won');
  });

  it.each([
    ['a process that is not there', SIMPLE, 'other', 'process-unknown'],
    ['a flow without target', SIMPLE.replace('targetRef="call"', ''), undefined, 'structure-broken'],
    ['a node without id', bpmn('<bpmn:task />'), undefined, 'structure-broken'],
    ['a boundary event without host', bpmn('<bpmn:boundaryEvent id="b" />'), undefined, 'structure-broken'],
    ['an empty process', bpmn('').replace('isExecutable="true"', ''), undefined, 'process-missing'],
  ])('refuses %s', async (_what, xml, processId, code) => {
    const model = await parseModel(xml);
    expect(() => compile(model, processId)).toThrow(
      expect.objectContaining({ name: 'ModelError', code }) as ModelError,
    );
  });

  it('chooses the executable process of several', async () => {
    const xml = SIMPLE.replace(
      '<bpmn:process id="p"',
      '<bpmn:process id="other"><bpmn:task id="x" /></bpmn:process><bpmn:process id="p"',
    );
    const model = await parseModel(xml);
    expect(compile(model).processId).toBe('p');
    expect(compile(model, 'other').nodes.map((node) => node.id)).toEqual(['other', 'x']);
  });
});
