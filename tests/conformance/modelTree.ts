import { parseModel, writeModel, type ParsedModel } from '../../packages/bpmn/src/index.ts';
import { isElement, many, one, type BpmnElement } from '../../packages/bpmn/src/moddle/BpmnElement.ts';
import { bpmnModdle } from '../../packages/bpmn/src/moddle/bpmnModdle.ts';

const moddle = bpmnModdle() as unknown as Maker;

interface Maker {
  create(type: string, properties: Readonly<Record<string, unknown>>): BpmnElement;
}

/** Makes a BPMN element with what is to be set and put inside. */
export function make(type: string, properties: Readonly<Record<string, unknown>>): BpmnElement {
  const made = moddle.create(type, properties);
  for (const value of Object.values(properties)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isElement(child)) adopt(child, made);
  }
  return made;
}

/** Every element that stands in the file, outermost first. */
export function* elementsOf(root: BpmnElement): Generator<BpmnElement> {
  yield root;
  for (const { name, isReference, isVirtual } of root.$descriptor.properties) {
    if (isReference || isVirtual) continue;
    const value = root.get(name);
    for (const child of Array.isArray(value) ? value : [value]) if (isElement(child)) yield* elementsOf(child);
  }
}

/**
 * Puts an element of another type in an element's place: it keeps the id and whatever properties both types have, so
 * that references to it, loops, boundary events and data associations still mean it.
 */
export function replaceBy(
  element: BpmnElement,
  type: string,
  properties: Readonly<Record<string, unknown>> = {},
): BpmnElement {
  const made = moddle.create(type, {});
  const known = new Set(made.$descriptor.properties.map((property) => property.name));
  for (const { name } of element.$descriptor.properties) {
    if (!known.has(name) || !Object.hasOwn(element, name.replace(/^\w+:/, ''))) continue;
    made.set(name, element.get(name));
  }
  for (const [name, value] of Object.entries(properties)) made.set(name, value);
  for (const child of Object.values(properties).flat()) if (isElement(child)) adopt(child, made);
  const parent = element.$parent;
  if (!parent) throw new RangeError('only an element inside another can be replaced');
  parent.set(
    'flowElements',
    many(parent, 'flowElements').map((sibling) => (sibling === element ? made : sibling)),
  );
  adopt(made, parent);
  return made;
}

function adopt(child: BpmnElement, parent: BpmnElement): void {
  (child as { $parent?: BpmnElement }).$parent = parent;
}

/** The processes that have any content, in the order of the file. */
export function processesOf(model: ParsedModel): readonly BpmnElement[] {
  return many(model.definitions, 'rootElements').filter(
    (element) => element.$type === 'bpmn:Process' && many(element, 'flowElements').length > 0,
  );
}

/** A text of an expression (`bpmn:FormalExpression`) at a property of an element, if there is one. */
export function expressionAt(element: BpmnElement, property: string): BpmnElement | undefined {
  const known = element.$descriptor.properties.some(({ name }) => name.replace(/^\w+:/, '') === property);
  return known ? one(element, property) : undefined;
}

/** Reads a model, lets it be changed, and writes it again. Diagrams are left out: no one looks at the result. */
export async function rewriteModel(xml: string, change: (definitions: BpmnElement) => void): Promise<string> {
  const model = await parseModel(xml);
  change(model.definitions);
  model.definitions.set('diagrams', []);
  return writeModel(model);
}
