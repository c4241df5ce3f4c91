/** A small sale: a task with a form, a gateway on its value, an approval for large deals. */
export function saleXml(changes: { readonly id?: string; readonly condition?: string } = {}): string {
  const { id = 'test-sale', condition = 'amount &gt; 1000' } = changes;
  const form = {
    type: 'default',
    components: [
      { type: 'number', key: 'deal_value', label: 'Value', validate: { required: true, min: 0 } },
      { type: 'textfield', key: 'contact', label: 'Contact' },
    ],
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:bpmn:1"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D" targetNamespace="urn:test">
  <bpmn:process id="${id}" name="Test sale" isExecutable="true">
    <bpmn:extensionElements>
      <dw:stages><dw:stage id="qualify"><dw:label lang="en">Qualify</dw:label></dw:stage></dw:stages>
    </bpmn:extensionElements>
    <bpmn:laneSet id="Lanes">
      <bpmn:lane id="Rep" name="Rep" dw:role="owner">
        <bpmn:flowNodeRef>Start</bpmn:flowNodeRef><bpmn:flowNodeRef>Qualify</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Large</bpmn:flowNodeRef><bpmn:flowNodeRef>Won</bpmn:flowNodeRef>
      </bpmn:lane>
      <bpmn:lane id="Manager" name="Manager" dw:role="manager"><bpmn:flowNodeRef>Approve</bpmn:flowNodeRef></bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="Start"><bpmn:outgoing>ToQualify</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="Qualify" name="Qualify" dw:stage="qualify">
      <bpmn:extensionElements>
        <dw:form>${JSON.stringify(form).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</dw:form>
        <dw:kpi id="k1" measure="completions" target="1" unit="count" direction="up" />
      </bpmn:extensionElements>
      <bpmn:incoming>ToQualify</bpmn:incoming><bpmn:outgoing>ToLarge</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:exclusiveGateway id="Large" name="Large?" default="Small">
      <bpmn:incoming>ToLarge</bpmn:incoming><bpmn:outgoing>Small</bpmn:outgoing><bpmn:outgoing>IsLarge</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:userTask id="Approve" name="Approve" dw:stage="qualify">
      <bpmn:incoming>IsLarge</bpmn:incoming><bpmn:outgoing>Approved</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="Won" name="Won" dw:outcome="won">
      <bpmn:incoming>Small</bpmn:incoming><bpmn:incoming>Approved</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="ToQualify" sourceRef="Start" targetRef="Qualify" />
    <bpmn:sequenceFlow id="ToLarge" sourceRef="Qualify" targetRef="Large" />
    <bpmn:sequenceFlow id="Small" name="small" sourceRef="Large" targetRef="Won" />
    <bpmn:sequenceFlow id="IsLarge" name="large" sourceRef="Large" targetRef="Approve">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="Approved" sourceRef="Approve" targetRef="Won" />
  </bpmn:process>
</bpmn:definitions>
`;
}
