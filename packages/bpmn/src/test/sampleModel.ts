/** Wraps process content in a complete BPMN file, for tests. */
export function bpmn(
  content: string,
  options: { readonly process?: string; readonly root?: string; readonly namespaces?: string } = {},
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:dw="urn:dealwright:bpmn:1" ${options.namespaces ?? ''} id="defs" targetNamespace="urn:test">
${options.root ?? ''}
<bpmn:process id="p" name="Sale" isExecutable="true" ${options.process ?? ''}>
${content}
</bpmn:process>
</bpmn:definitions>`;
}

/** Start, one user task, end: the smallest process with someone working in it. */
export const SIMPLE = bpmn(`
<bpmn:startEvent id="start" />
<bpmn:userTask id="call" name="Call" />
<bpmn:endEvent id="end" />
<bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="call" />
<bpmn:sequenceFlow id="f2" sourceRef="call" targetRef="end" />`);
