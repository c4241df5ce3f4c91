const form = (components: readonly object[]) =>
  `<dw:form>${JSON.stringify({ type: 'default', components }).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</dw:form>`;

const kpi = (attributes: string) => `<dw:kpi ${attributes} />`;

/**
 * A small sale for tests: three stages, lanes of owner, manager and the group "legal", forms, KPIs, an SLA, a loop back
 * from the approval, a timer that ends waiting deals, and ends won, lost and disqualified.
 */
export const SALE_MODEL = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:bpmn:1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="defs" targetNamespace="urn:test">
<bpmn:process id="sale" name="Sale" isExecutable="true">
  <bpmn:extensionElements>
    <dw:label lang="en">Sale</dw:label><dw:label lang="zh">销售</dw:label>
    <dw:stages>
      <dw:stage id="identify"><dw:label lang="en">Identify</dw:label><dw:label lang="zh">客户识别</dw:label></dw:stage>
      <dw:stage id="propose"><dw:label lang="en">Propose</dw:label><dw:label lang="zh">方案报价</dw:label></dw:stage>
      <dw:stage id="close"><dw:label lang="en">Close</dw:label><dw:label lang="zh">签约</dw:label></dw:stage>
    </dw:stages>
    ${kpi('id="k_win" measure="winRate" target="50" unit="percent" direction="up"')}
    ${kpi('id="k_cycle" measure="cycleTime" target="30" unit="days" direction="down"')}
  </bpmn:extensionElements>
  <bpmn:laneSet id="lanes">
    <bpmn:lane id="lane_rep" name="Rep" dw:role="owner">
      ${['start', 'qualify', 'qualified', 'proposal', 'won', 'lost', 'unfit', 'decided']
        .map((id) => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`)
        .join('')}
    </bpmn:lane>
    <bpmn:lane id="lane_manager" name="Manager" dw:role="manager">
      <bpmn:flowNodeRef>approve</bpmn:flowNodeRef><bpmn:flowNodeRef>approved</bpmn:flowNodeRef>
    </bpmn:lane>
    <bpmn:lane id="lane_legal" name="Legal" dw:role="legal"><bpmn:flowNodeRef>contract</bpmn:flowNodeRef></bpmn:lane>
  </bpmn:laneSet>
  <bpmn:startEvent id="start" />
  <bpmn:userTask id="qualify" name="Qualify" dw:stage="identify" dw:sla="PT8H">
    <bpmn:extensionElements>
      <dw:label lang="zh">资格确认</dw:label>
      <dw:playbook lang="en">Find out who decides.</dw:playbook>
      ${kpi('id="k_sla" measure="slaHitRate" target="80" unit="percent" direction="up"')}
      ${kpi('id="k_conv" measure="conversion" target="50" unit="percent" direction="up"')}
      ${kpi('id="k_fit" measure="fieldShare" field="fit" target="50" unit="percent" direction="up"')}
      ${form([
        { type: 'checkbox', key: 'fit', label: 'Fits', properties: { 'label:zh': '合格' } },
        { type: 'textfield', key: 'deal_next_step', label: 'Next step' },
      ])}
    </bpmn:extensionElements>
  </bpmn:userTask>
  <bpmn:exclusiveGateway id="qualified" default="f_unfit" />
  <bpmn:userTask id="proposal" name="Proposal" dw:stage="propose">
    <bpmn:extensionElements>
      ${kpi('id="k_time" measure="cycleTime" target="3" unit="days" direction="down"')}
      ${kpi('id="k_rework" measure="reworkRate" target="10" unit="percent" direction="down"')}
      ${kpi('id="k_discount" measure="fieldAverage" field="discount" target="10" unit="number" direction="down"')}
      ${form([
        { type: 'number', key: 'deal_value', label: 'Value', validate: { required: true, min: 0 } },
        { type: 'number', key: 'discount', label: 'Discount', validate: { min: 0, max: 100 } },
      ])}
    </bpmn:extensionElements>
  </bpmn:userTask>
  <bpmn:userTask id="approve" name="Approve" dw:stage="propose">
    <bpmn:extensionElements>
      ${kpi('id="k_done" measure="completions" target="1" unit="count" direction="up"')}
      ${form([{ type: 'checkbox', key: 'approved', label: 'Approved' }])}
    </bpmn:extensionElements>
  </bpmn:userTask>
  <bpmn:exclusiveGateway id="approved" default="f_again" />
  <bpmn:userTask id="contract" name="Contract" dw:stage="close">
    <bpmn:extensionElements>
      ${kpi('id="k_here" measure="winRate" target="50" unit="percent" direction="up"')}
      ${form([
        { type: 'checkbox', key: 'signed', label: 'Signed' },
        { type: 'textfield', key: 'loss_reason', label: 'Loss reason' },
      ])}
    </bpmn:extensionElements>
  </bpmn:userTask>
  <bpmn:boundaryEvent id="silence" attachedToRef="contract">
    <bpmn:timerEventDefinition id="silence_timer">
      <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P30D</bpmn:timeDuration>
    </bpmn:timerEventDefinition>
  </bpmn:boundaryEvent>
  <bpmn:exclusiveGateway id="decided" default="f_lost" />
  <bpmn:endEvent id="won" dw:outcome="won" />
  <bpmn:endEvent id="lost" dw:outcome="lost" />
  <bpmn:endEvent id="unfit" dw:outcome="disqualified" />
  <bpmn:sequenceFlow id="f_start" sourceRef="start" targetRef="qualify" />
  <bpmn:sequenceFlow id="f_gate" sourceRef="qualify" targetRef="qualified" />
  <bpmn:sequenceFlow id="f_fit" sourceRef="qualified" targetRef="proposal">
    <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=fit = true</bpmn:conditionExpression>
  </bpmn:sequenceFlow>
  <bpmn:sequenceFlow id="f_unfit" sourceRef="qualified" targetRef="unfit" />
  <bpmn:sequenceFlow id="f_approve" sourceRef="proposal" targetRef="approve" />
  <bpmn:sequenceFlow id="f_judge" sourceRef="approve" targetRef="approved" />
  <bpmn:sequenceFlow id="f_yes" sourceRef="approved" targetRef="contract">
    <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=approved = true</bpmn:conditionExpression>
  </bpmn:sequenceFlow>
  <bpmn:sequenceFlow id="f_again" sourceRef="approved" targetRef="proposal" />
  <bpmn:sequenceFlow id="f_decide" sourceRef="contract" targetRef="decided" />
  <bpmn:sequenceFlow id="f_won" sourceRef="decided" targetRef="won">
    <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=signed = true</bpmn:conditionExpression>
  </bpmn:sequenceFlow>
  <bpmn:sequenceFlow id="f_lost" sourceRef="decided" targetRef="lost" />
  <bpmn:sequenceFlow id="f_silence" sourceRef="silence" targetRef="lost" />
</bpmn:process>
</bpmn:definitions>`;
