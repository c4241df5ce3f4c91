import {
  flag,
  idOf,
  isA,
  isElement,
  one,
  rawValue,
  type BpmnElement,
  type ElementDescriptor,
} from './moddle/BpmnElement.ts';
import type { ParsedModel } from './parse/ParsedModel.ts';

/** The model's elements by what rules and compiler ask for. Built once per validation or compilation. */
export interface ModelIndex {
  readonly model: ParsedModel;
  /** every element of a known namespace in document order; diagrams left out */
  readonly elements: readonly BpmnElement[];
  readonly byId: ReadonlyMap<string, BpmnElement>;
  readonly processes: readonly BpmnElement[];
  /** processes and subprocesses of all kinds */
  readonly scopes: readonly BpmnElement[];
  readonly nodes: readonly BpmnElement[];
  readonly flows: readonly BpmnElement[];
  /** flow nodes directly inside a scope */
  readonly nodesOf: (scope: BpmnElement) => readonly BpmnElement[];
  /** sequence flows that end at the node (by the flow's own `targetRef`) */
  readonly incoming: (node: BpmnElement) => readonly BpmnElement[];
  readonly outgoing: (node: BpmnElement) => readonly BpmnElement[];
  /** boundary events on the activity */
  readonly boundary: (activity: BpmnElement) => readonly BpmnElement[];
}

export function indexModel(model: ParsedModel): ModelIndex {
  const elements = walk(model.definitions);
  const byId = new Map<string, BpmnElement>();
  const children = new Map<BpmnElement, BpmnElement[]>();
  const incoming = new Map<BpmnElement, BpmnElement[]>();
  const outgoing = new Map<BpmnElement, BpmnElement[]>();
  const boundary = new Map<BpmnElement, BpmnElement[]>();
  const processes: BpmnElement[] = [];
  const scopes: BpmnElement[] = [];
  const nodes: BpmnElement[] = [];
  const flows: BpmnElement[] = [];

  for (const element of elements) {
    const id = idOf(element);
    if (id !== '') byId.set(id, element);
    if (element.$type === 'bpmn:Process') processes.push(element);
    if (element.$type === 'bpmn:Process' || isA(element, 'bpmn:SubProcess')) scopes.push(element);
    // what a multi-instance throws stands in no flow, though the schema makes it a flow node (BPMN 2.0.2, 10.3.8)
    if (isA(element, 'bpmn:FlowNode') && element.$type !== 'bpmn:ImplicitThrowEvent') {
      nodes.push(element);
      if (element.$parent) push(children, element.$parent, element);
      const host = element.$type === 'bpmn:BoundaryEvent' ? one(element, 'attachedToRef') : undefined;
      if (host) push(boundary, host, element);
    }
    if (element.$type === 'bpmn:SequenceFlow') {
      flows.push(element);
      const source = one(element, 'sourceRef');
      const target = one(element, 'targetRef');
      if (source) push(outgoing, source, element);
      if (target) push(incoming, target, element);
    }
  }
  return {
    model,
    elements,
    byId,
    processes,
    scopes,
    nodes,
    flows,
    nodesOf: (scope) => children.get(scope) ?? [],
    incoming: (node) => incoming.get(node) ?? [],
    outgoing: (node) => outgoing.get(node) ?? [],
    boundary: (activity) => boundary.get(activity) ?? [],
  };
}

/** The processes that are meant to run: those marked executable, or all with content when none is marked. */
export function runnableProcesses(index: ModelIndex): readonly BpmnElement[] {
  const marked = index.processes.filter((process) => flag(process, 'isExecutable'));
  return marked.length > 0 ? marked : index.processes.filter((process) => index.nodesOf(process).length > 0);
}

export function isEventSubProcess(element: BpmnElement): boolean {
  return isA(element, 'bpmn:SubProcess') && flag(element, 'triggeredByEvent');
}

/** The process an element belongs to; undefined for what stands outside of all. */
export function processOf(element: BpmnElement): BpmnElement | undefined {
  for (let at: BpmnElement | undefined = element; at; at = at.$parent) if (at.$type === 'bpmn:Process') return at;
  return undefined;
}

const containers = new WeakMap<ElementDescriptor, readonly string[]>();

/** The properties of a type that hold what stands in its element, diagrams left out. Found once for each type. */
function containersOf(descriptor: ElementDescriptor): readonly string[] {
  let names = containers.get(descriptor);
  if (!names) {
    names = descriptor.properties
      .filter(
        ({ isReference, isVirtual, isAttr, name }) => !isReference && !isVirtual && !isAttr && name !== 'diagrams',
      )
      .map(({ name }) => name);
    containers.set(descriptor, names);
  }
  return names;
}

/** Depth first in document order, without recursion: nesting is the author's, the stack is ours. */
function walk(root: BpmnElement): readonly BpmnElement[] {
  const found: BpmnElement[] = [];
  const stack: BpmnElement[] = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element.$descriptor.isGeneric === true) continue;
    found.push(element);
    const inside: BpmnElement[] = [];
    for (const name of containersOf(element.$descriptor)) {
      // not by `get`, which would define every collection that is not there
      const value = rawValue(element, name);
      if (Array.isArray(value)) inside.push(...value.filter(isElement));
      else if (isElement(value)) inside.push(value);
    }
    for (let i = inside.length - 1; i >= 0; i -= 1) stack.push(inside[i] as BpmnElement);
  }
  return found;
}

function push(map: Map<BpmnElement, BpmnElement[]>, key: BpmnElement, value: BpmnElement): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
