// Pieces of XML that many tests put together.
export const flow = (id: string, from: string, to: string, inner = '') =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inner}</bpmn:sequenceFlow>`;
export const condition = (text: string) =>
  `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${text}</bpmn:conditionExpression>`;
export const START = '<bpmn:startEvent id="s" />';
export const END = '<bpmn:endEvent id="e" />';
export const MESSAGE = '<bpmn:message id="m" name="paid" />';
export const message = '<bpmn:messageEventDefinition messageRef="m" />';
export const timer =
  '<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>';
export const key = '<bpmn:extensionElements><dw:correlation key="dealId" /></bpmn:extensionElements>';
