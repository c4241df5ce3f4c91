/** An executable process that is held to the letter of BPMN: written for no engine, ours neither. */
export function plain(content: string, root = '', process = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="defs" targetNamespace="urn:test">
<itemDefinition id="Text" structureRef="String" />
<itemDefinition id="Text2" structureRef="String" />
<itemDefinition id="Number" structureRef="xsd:int" />
<itemDefinition id="Texts" structureRef="String" isCollection="true" />
${root}
<process id="p" isExecutable="true" ${process}>
${content}
</process>
</definitions>`;
}

/** A start event, the nodes given, joined one after the other, and an end event. */
export function inLine(...nodes: readonly (readonly [id: string, xml: string])[]): string {
  const ids = ['s', ...nodes.map(([id]) => id), 'e'];
  const flows = ids.slice(1).map((id, at) => link(`${ids[at] ?? ''}_${id}`, ids[at] ?? '', id));
  return ['<startEvent id="s" />', ...nodes.map(([, xml]) => xml), '<endEvent id="e" />', ...flows].join('\n');
}

export const link = (id: string, from: string, to: string, inner = '') =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inner}</sequenceFlow>`;

/** What a formal expression looks like inside the element named. */
export const formal = (name: string, body: string) => `<${name} xsi:type="tFormalExpression">${body}</${name}>`;
