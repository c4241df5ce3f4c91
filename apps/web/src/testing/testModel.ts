import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { listOf, type ModdleNode } from '../diagram/moddle.ts';
import type { Create } from '../screens/designer/model/Create.ts';

const dw: unknown = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@dealwright/bpmn/dw.json'), 'utf8'),
);

interface Moddle {
  create(type: string, properties: object): ModdleNode;
  toXML(definitions: ModdleNode): Promise<{ xml: string }>;
  fromXML(xml: string): Promise<{ rootElement: ModdleNode }>;
}
// The library's own types leave out what it inherits.
const moddle = new BpmnModdle({ dw }) as unknown as Moddle;

/** Makes nodes with the real model library, for tests. */
export const create: Create = (type, properties) => moddle.create(type, properties);

/** An element that carries these extension elements. */
export function carrying(type: string, values: readonly ModdleNode[], properties: object = {}): ModdleNode {
  return create(type, {
    id: 'Element',
    extensionElements: create('bpmn:ExtensionElements', { values }),
    ...properties,
  });
}

/** The node written to XML and read again: what a file keeps of it. */
export async function throughFile(element: ModdleNode): Promise<ModdleNode> {
  const process = create('bpmn:Process', { id: 'Process', flowElements: [element] });
  const definitions = create('bpmn:Definitions', { targetNamespace: 'urn:test', rootElements: [process] });
  const { xml } = await moddle.toXML(definitions);
  const { rootElement } = await moddle.fromXML(xml);
  const [read] = listOf(listOf(rootElement, 'rootElements')[0], 'flowElements');
  if (!read) throw new Error('The element is not in the file.');
  return read;
}
