import { expect, test } from 'vitest';
import { compile } from '../compile/compile.ts';
import { bpmn } from '../test/sampleModel.ts';
import { diagramSpans } from './diagramSpans.ts';
import { parseModel } from './parseModel.ts';
import { scanXml } from './scanXml.ts';

const NAMESPACES = 'xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:other="urn:other"';
const CONTENT = `
<bpmn:startEvent id="start" /><bpmn:task id="a" /><bpmn:endEvent id="end" />
<bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="a" /><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="end" />`;

function cut(xml: string): string {
  const spans = diagramSpans();
  scanXml(xml, spans.visit);
  return spans.cutFrom(xml);
}

test('diagrams go, wherever they stand in the root, and lines stay', () => {
  const drawn = '<di:BPMNDiagram id="d">\n<di:BPMNPlane id="p1" />\n<!-- </di:BPMNDiagram> --></di:BPMNDiagram>';
  const xml = bpmn(CONTENT, { namespaces: NAMESPACES, root: `${drawn}<di:BPMNDiagram id="e" />\n` });
  const plain = bpmn(CONTENT, { namespaces: NAMESPACES, root: '\n\n\n' });
  expect(cut(xml)).toBe(plain);
});

test('what only has the name stays: of another namespace, or inside an element', () => {
  const other = '<other:BPMNDiagram id="o">x</other:BPMNDiagram>';
  const inside = `<bpmn:extensionElements><di:BPMNDiagram id="i" /></bpmn:extensionElements>${CONTENT}`;
  const xml = bpmn(inside, { namespaces: NAMESPACES, root: other });
  expect(cut(xml)).toBe(xml);
});

test('a model read without its diagrams compiles to the same graph', async () => {
  const root = `<di:BPMNDiagram id="d"><di:BPMNPlane id="plane" bpmnElement="p"><di:BPMNShape id="s" bpmnElement="a" />
</di:BPMNPlane></di:BPMNDiagram>`;
  const xml = bpmn(CONTENT, { namespaces: NAMESPACES, root });
  const read = await parseModel(xml);
  const leftOut = await parseModel(xml, { diagrams: 'left out' });
  expect(read.definitions.get('diagrams')).toHaveLength(1);
  expect(leftOut.definitions.get('diagrams')).toEqual([]);
  expect(compile(leftOut)).toEqual(compile(read));
  expect(leftOut.lines).toEqual(read.lines);
});
