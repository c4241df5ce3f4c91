import { describe, expect, it } from 'vitest';
import { compile } from './compile/compile.ts';
import { parseModel } from './parse/parseModel.ts';
import { writeModel } from './writeModel.ts';

const MODEL = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:dw="urn:dealwright:bpmn:1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:acme="urn:acme" id="d" targetNamespace="urn:t" exporter="Acme" acme:rev="7">
  <bpmn:process id="p" isExecutable="true" camunda:versionTag="3">
    <bpmn:extensionElements>
      <dw:stages recordType="deal"><dw:stage id="one"><dw:label lang="zh">一 &lt;&amp;&gt;</dw:label></dw:stage></dw:stages>
    </bpmn:extensionElements>
    <bpmn:startEvent id="s" />
    <bpmn:userTask id="t" name="A &#34;quoted&#34; &#60;name&#62;" camunda:assignee="kim" acme:color="red" dw:stage="one" dw:sla="P3D">
      <bpmn:documentation>Line one
Line two</bpmn:documentation>
      <bpmn:extensionElements>
        <acme:thing level="2"><acme:inner>text</acme:inner></acme:thing>
        <camunda:formData><camunda:formField id="x" type="string" /></camunda:formData>
        <dw:playbook lang="en">Call &amp; listen</dw:playbook>
        <dw:form fieldBudget="5"><![CDATA[{"components":[{"type":"textfield","key":"a","label":"1 < 2 && 3"}]}]]></dw:form>
        <dw:kpi id="k" measure="fieldAverage" field="a" target="4.5" unit="number" direction="up"><dw:label lang="en">K</dw:label></dw:kpi>
        <dw:assignment rule="group" value="sales" approve="all" />
        <dw:correlation key="dealId" />
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="feel">x &lt; 3</bpmn:conditionExpression></bpmn:sequenceFlow>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="di"><bpmndi:BPMNPlane id="pl" bpmnElement="p"><bpmndi:BPMNShape id="t_di" bpmnElement="t" acme:x="1"><dc:Bounds x="10" y="20.5" width="100" height="80" /></bpmndi:BPMNShape><bpmndi:BPMNEdge id="f_di" bpmnElement="f"><di:waypoint x="1" y="2" /><di:waypoint x="3" y="4" /></bpmndi:BPMNEdge></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

describe('writeModel', () => {
  it('loses nothing: ours, other vendors’, unknown ones, the diagram', async () => {
    const written = await writeModel(await parseModel(MODEL));
    for (const part of [
      'acme:rev="7"',
      'exporter="Acme"',
      'camunda:versionTag="3"',
      'camunda:assignee="kim"',
      'acme:color="red"',
      'dw:stage="one"',
      'dw:sla="P3D"',
      '<acme:thing level="2">',
      '<acme:inner>text</acme:inner>',
      '<camunda:formField id="x" type="string" />',
      'language="feel"',
      'xsi:type="bpmn:tFormalExpression"',
      'acme:x="1"',
      'y="20.5"',
      '<di:waypoint x="3" y="4" />',
      'approve="all"',
      'target="4.5"',
      'key="dealId"',
      'fieldBudget="5"',
    ])
      expect(written).toContain(part);
  });

  it('means the same when read again, and is stable from then on', async () => {
    const model = await parseModel(MODEL);
    const written = await writeModel(model);
    const again = await parseModel(written);
    expect(again.problems).toEqual([]);
    expect(compile(again)).toEqual(compile(model));
    expect(compile(again).nodes[2]?.name).toBe('A "quoted" <name>');
    expect(compile(again).nodes[2]?.business.form?.components[0]?.label).toBe('1 < 2 && 3');
    expect(await writeModel(again)).toBe(written);
  });
});
