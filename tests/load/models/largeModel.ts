/** Flow nodes of a block, and those around all blocks; see `largeModel`. */
const PER_BLOCK = 6;
const AROUND = 2;

/**
 * A drawn sales process of that many flow nodes as XML: blocks of a form to fill, a decision, two ways, their merge and
 * a service that is called, one after the other, and a few tasks where no whole block is left; each with labels in both
 * languages and its place in the diagram.
 */
export function largeModel(nodes: number): string {
  const blocks = Math.floor((nodes - AROUND) / PER_BLOCK);
  const left = (nodes - AROUND) % PER_BLOCK;
  const drawing = new Drawing();
  drawing.node('startEvent', 'start', '');
  let before = 'start';
  for (let at = 1; at <= blocks; at++) {
    drawing.node('userTask', `ask${at}`, assignment, 'dw:sla="P2D"');
    drawing.node('exclusiveGateway', `decide${at}`, '', `default="decide${at}_small${at}"`);
    drawing.node('userTask', `large${at}`, assignment);
    drawing.node('userTask', `small${at}`, assignment);
    drawing.node('exclusiveGateway', `merge${at}`, '');
    drawing.node('serviceTask', `tell${at}`, connector);
    drawing.flow(before, `ask${at}`);
    drawing.flow(`ask${at}`, `decide${at}`);
    drawing.flow(`decide${at}`, `large${at}`, `amount &gt; ${at * 100} and region = "north"`);
    drawing.flow(`decide${at}`, `small${at}`);
    drawing.flow(`large${at}`, `merge${at}`);
    drawing.flow(`small${at}`, `merge${at}`);
    drawing.flow(`merge${at}`, `tell${at}`);
    before = `tell${at}`;
  }
  for (let at = 1; at <= left; at++) {
    drawing.node('userTask', `last${at}`, assignment);
    drawing.flow(before, `last${at}`);
    before = `last${at}`;
  }
  drawing.node('endEvent', 'end', '');
  drawing.flow(before, 'end');
  return drawing.xml();
}

const assignment = '<dw:assignment rule="lane" approve="any" />';
const connector =
  '<dw:connector type="http" retries="3"><dw:input name="url" value="&#34;https://example.com&#34;" /></dw:connector>';

class Drawing {
  readonly #nodes: { readonly type: string; readonly id: string; readonly content: string; readonly more: string }[] =
    [];
  readonly #flows: { readonly from: string; readonly to: string; readonly condition: string }[] = [];

  node(type: string, id: string, content: string, more = ''): void {
    this.#nodes.push({ type, id, content, more });
  }

  flow(from: string, to: string, condition = ''): void {
    this.#flows.push({ from, to, condition });
  }

  xml(): string {
    const nodes = this.#nodes.map(({ type, id, content, more }) => {
      const labels = `<dw:label lang="en">Step ${id}</dw:label><dw:label lang="zh">步骤 ${id}</dw:label>`;
      const ends = this.#flows.flatMap(({ from, to }) => [
        ...(to === id ? [`<bpmn:incoming>${from}_${to}</bpmn:incoming>`] : []),
        ...(from === id ? [`<bpmn:outgoing>${from}_${to}</bpmn:outgoing>`] : []),
      ]);
      return `    <bpmn:${type} id="${id}" name="Step ${id}" ${more}>
      <bpmn:extensionElements>${labels}${content}</bpmn:extensionElements>
      ${ends.join('\n      ')}
    </bpmn:${type}>`;
    });
    const flows = this.#flows.map(({ from, to, condition }) => {
      const inside = `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=${condition}</bpmn:conditionExpression>`;
      return `    <bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${condition && inside}</bpmn:sequenceFlow>`;
    });
    const shapes = this.#nodes.map(
      ({ id }, at) => `      <bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}">
        <dc:Bounds x="${at * 150}" y="80" width="100" height="80" />
      </bpmndi:BPMNShape>`,
    );
    const edges = this.#flows.map(
      ({ from, to }, at) => `      <bpmndi:BPMNEdge id="${from}_${to}_di" bpmnElement="${from}_${to}">
        <di:waypoint x="${at * 150 + 100}" y="120" />
        <di:waypoint x="${at * 150 + 150}" y="120" />
      </bpmndi:BPMNEdge>`,
    );
    return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:dw="urn:dealwright:bpmn:1" id="definitions" targetNamespace="urn:dealwright:bench">
  <bpmn:process id="process" name="Large sale" isExecutable="true">
${nodes.join('\n')}
${flows.join('\n')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="process">
${shapes.join('\n')}
${edges.join('\n')}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
  }
}
