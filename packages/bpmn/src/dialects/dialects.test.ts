import { describe, expect, it } from 'vitest';
import { compile } from '../compile/compile.ts';
import { parseModel } from '../parse/parseModel.ts';
import { findings } from '../test/findings.ts';
import { bpmn } from '../test/sampleModel.ts';

const camunda = (content: string, root = '') =>
  bpmn(content, { root, namespaces: 'xmlns:c7="http://camunda.org/schema/1.0/bpmn"' });
const zeebe = (content: string, root = '') =>
  bpmn(content, { root, namespaces: 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"' });
const business = async (xml: string, id: string) => {
  const graph = compile(await parseModel(xml));
  return graph.nodes[graph.nodeIndex.get(id) ?? -1];
};

describe('Camunda 7', () => {
  it('maps people, topics and result variables, whatever the prefix', async () => {
    const xml = camunda(
      '<bpmn:userTask id="a" c7:assignee="kim@example.com" /><bpmn:userTask id="b" c7:candidateGroups="sales, legal" /><bpmn:userTask id="c" c7:assignee="${owner}" /><bpmn:serviceTask id="d" c7:type="external" c7:topic="notify" /><bpmn:scriptTask id="e" scriptFormat="feel" c7:resultVariable="r"><bpmn:script>1</bpmn:script></bpmn:scriptTask>',
    );
    expect((await business(xml, 'a'))?.business.assignment).toEqual({
      rule: 'person',
      value: 'kim@example.com',
      approve: 'any',
    });
    expect((await business(xml, 'b'))?.business.assignment).toEqual({ rule: 'group', value: 'sales', approve: 'any' });
    expect((await business(xml, 'c'))?.business.assignment).toEqual({
      rule: 'expression',
      value: 'owner',
      approve: 'any',
    });
    expect((await business(xml, 'd'))?.business.connector?.type).toBe('notify');
    expect((await business(xml, 'e'))?.script?.resultVariable).toBe('r');
  });

  it('names what has no mapping', async () => {
    const xml = camunda(
      '<bpmn:startEvent id="s" /><bpmn:serviceTask id="d" c7:class="com.example.Do"><bpmn:extensionElements><c7:properties /></bpmn:extensionElements></bpmn:serviceTask><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="d" />',
    );
    expect(await findings(xml)).toEqual(['warning connector-missing d', 'warning extension-unmapped d']);
  });

  it('our own extension wins', async () => {
    const xml = camunda(
      '<bpmn:userTask id="a" c7:assignee="kim"><bpmn:extensionElements><dw:assignment rule="owner" /></bpmn:extensionElements></bpmn:userTask>',
    );
    expect((await business(xml, 'a'))?.business.assignment?.rule).toBe('owner');
  });
});

describe('Camunda 8', () => {
  it('maps assignment, jobs, called processes, correlation and scripts', async () => {
    const ext = (inner: string) => `<bpmn:extensionElements>${inner}</bpmn:extensionElements>`;
    const xml = zeebe(
      `<bpmn:userTask id="a">${ext('<zeebe:userTask /><zeebe:assignmentDefinition assignee="=owner" />')}</bpmn:userTask>
       <bpmn:serviceTask id="b">${ext('<zeebe:taskDefinition type="notify" retries="7" />')}</bpmn:serviceTask>
       <bpmn:callActivity id="c">${ext('<zeebe:calledElement processId="sub" />')}</bpmn:callActivity>
       <bpmn:scriptTask id="d">${ext('<zeebe:script expression="=1 + 1" resultVariable="r" />')}</bpmn:scriptTask>
       <bpmn:receiveTask id="e" messageRef="m" />`,
      `<bpmn:message id="m" name="paid">${ext('<zeebe:subscription correlationKey="=orderId" />')}</bpmn:message>`,
    );
    expect((await business(xml, 'a'))?.business.assignment).toEqual({
      rule: 'expression',
      value: 'owner',
      approve: 'any',
    });
    expect((await business(xml, 'b'))?.business.connector).toMatchObject({ type: 'notify', retries: 7 });
    expect((await business(xml, 'c'))?.calledElement).toBe('sub');
    expect((await business(xml, 'd'))?.script).toEqual({ language: 'feel', source: '1 + 1', resultVariable: 'r' });
    expect((await business(xml, 'e'))?.events).toEqual([{ kind: 'message', name: 'paid', correlation: 'orderId' }]);
  });
});
