/** Escapes a name for an XML attribute. */
function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

/**
 * A small valid process to draw on from: a pool with one lane, a start, a user task with a form, an end that wins the
 * deal, and one stage, all named in both languages. A blank sheet would be refused at its first deployment.
 */
export function blankModel(processId: string, name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:dw="urn:dealwright:bpmn:1" id="Definitions_${processId}" targetNamespace="urn:dealwright:models">
  <bpmn:collaboration id="Collaboration_1">
    <bpmn:participant id="Participant_1" name="${attribute(name)}" processRef="${processId}" />
  </bpmn:collaboration>
  <bpmn:process id="${processId}" name="${attribute(name)}" isExecutable="true">
    <bpmn:extensionElements>
      <dw:stages recordType="deal">
        <dw:stage id="working">
          <dw:label lang="en">In progress</dw:label>
          <dw:label lang="zh">跟进中</dw:label>
        </dw:stage>
      </dw:stages>
    </bpmn:extensionElements>
    <bpmn:laneSet id="LaneSet_1">
      <bpmn:lane id="Lane_1" name="Sales" dw:role="owner">
        <bpmn:extensionElements>
          <dw:label lang="en">Sales</dw:label>
          <dw:label lang="zh">销售</dw:label>
        </bpmn:extensionElements>
        <bpmn:flowNodeRef>StartEvent_1</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Task_1</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>EndEvent_1</bpmn:flowNodeRef>
      </bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="StartEvent_1" name="Start">
      <bpmn:extensionElements>
        <dw:label lang="en">Start</dw:label>
        <dw:label lang="zh">开始</dw:label>
      </bpmn:extensionElements>
      <bpmn:outgoing>Flow_1</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="Task_1" name="Follow up" dw:stage="working">
      <bpmn:extensionElements>
        <dw:label lang="en">Follow up</dw:label>
        <dw:label lang="zh">跟进</dw:label>
        <dw:form>{"type":"default","components":[{"type":"textarea","key":"note","label":"What was agreed","properties":{"label:zh":"跟进记录"}}]}</dw:form>
      </bpmn:extensionElements>
      <bpmn:incoming>Flow_1</bpmn:incoming>
      <bpmn:outgoing>Flow_2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="EndEvent_1" name="Won" dw:outcome="won">
      <bpmn:extensionElements>
        <dw:label lang="en">Won</dw:label>
        <dw:label lang="zh">赢单</dw:label>
      </bpmn:extensionElements>
      <bpmn:incoming>Flow_2</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="Flow_1" sourceRef="StartEvent_1" targetRef="Task_1" />
    <bpmn:sequenceFlow id="Flow_2" sourceRef="Task_1" targetRef="EndEvent_1" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Diagram_1">
    <bpmndi:BPMNPlane id="Plane_1" bpmnElement="Collaboration_1">
      <bpmndi:BPMNShape id="Participant_1_di" bpmnElement="Participant_1" isHorizontal="true">
        <dc:Bounds x="160" y="80" width="700" height="220" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="Lane_1_di" bpmnElement="Lane_1" isHorizontal="true">
        <dc:Bounds x="190" y="80" width="670" height="220" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="StartEvent_1_di" bpmnElement="StartEvent_1">
        <dc:Bounds x="252" y="172" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="240" y="215" width="60" height="14" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="Task_1_di" bpmnElement="Task_1">
        <dc:Bounds x="380" y="150" width="100" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="EndEvent_1_di" bpmnElement="EndEvent_1">
        <dc:Bounds x="572" y="172" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="560" y="215" width="60" height="14" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="Flow_1_di" bpmnElement="Flow_1">
        <di:waypoint x="288" y="190" />
        <di:waypoint x="380" y="190" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="Flow_2_di" bpmnElement="Flow_2">
        <di:waypoint x="480" y="190" />
        <di:waypoint x="572" y="190" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}
