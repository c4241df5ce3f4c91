import { readDialects } from '../dialects/readDialects.ts';
import { isEventSubProcess, type ModelIndex } from '../ModelIndex.ts';
import { flag, idOf, isA, nameOf, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { GraphFlow, GraphNode, NodeType } from '../ProcessGraph.ts';
import { businessOf } from './business.ts';
import { definitionsOf, eventDefinitions, linkName } from './eventDefinitions.ts';
import { nodeType } from './nodeType.ts';
import { startsOf } from './startsOf.ts';
import { structureBroken } from './structureBroken.ts';

interface Parts {
  readonly index: ModelIndex;
  /** the process, then its flow nodes in document order: position = node index */
  readonly elements: readonly BpmnElement[];
  readonly nodeIndex: ReadonlyMap<string, number>;
  readonly flows: readonly GraphFlow[];
  readonly laneOf: ReadonlyMap<string, number>;
}

export function buildNodes(parts: Parts): readonly GraphNode[] {
  const { index, elements, nodeIndex, flows, laneOf } = parts;
  const incoming = elements.map((): number[] => []);
  const outgoing = elements.map((): number[] => []);
  for (const flow of flows) {
    outgoing[flow.source]?.push(flow.index);
    incoming[flow.target]?.push(flow.index);
  }
  const flowIndex = new Map(flows.map((flow) => [flow.id, flow.index]));
  const at = (element: BpmnElement | undefined): number => (element ? (nodeIndex.get(idOf(element)) ?? -1) : -1);
  const indexes = (list: readonly BpmnElement[]): readonly number[] => list.map(at);
  const lanes: number[] = [];

  return elements.map((element, position) => {
    const type = typeOf(parts, element);
    const scope = type === 'process' || isA(element, 'bpmn:SubProcess');
    const inside = scope ? index.nodesOf(element) : [];
    const parent = type === 'process' ? -1 : at(element.$parent);
    // what stands inside a subprocess belongs to the lane that the subprocess stands in
    const lane = laneOf.get(idOf(element)) ?? (parent > 0 ? (lanes[parent] ?? -1) : -1);
    lanes[position] = lane;
    const dialect = readDialects(element, index.model.prefixes);
    const host = type === 'boundaryEvent' ? at(one(element, 'attachedToRef')) : -1;
    if (type === 'boundaryEvent' && host === -1) {
      throw structureBroken(index.model, element, 'is not attached to an activity', '没有附着在活动上');
    }
    const fallback = element.get('default') === undefined ? undefined : one(element, 'default');
    return {
      index: position,
      id: idOf(element),
      name: nameOf(element),
      type,
      parent,
      incoming: incoming[position] ?? [],
      outgoing: outgoing[position] ?? [],
      defaultFlow: fallback ? (flowIndex.get(idOf(fallback)) ?? -1) : -1,
      events: eventDefinitions(element, { prefixes: index.model.prefixes, nodeIndex }),
      attachedTo: host,
      boundary: isA(element, 'bpmn:Activity') ? indexes(index.boundary(element)) : [],
      interrupting: isInterrupting(element, type),
      children: indexes(inside),
      starts: scope ? indexes(startsOf(index, element)) : [],
      eventSubProcesses: indexes(inside.filter(isEventSubProcess)),
      linkTarget: type === 'intermediateThrowEvent' ? at(linkTarget(index, element)) : -1,
      script: type === 'scriptTask' ? scriptOf(element, dialect) : null,
      calledElement: type === 'callActivity' ? (dialect.calledElement ?? text(element, 'calledElement') ?? null) : null,
      instantiate: (type === 'eventBasedGateway' || type === 'receiveTask') && flag(element, 'instantiate'),
      lane,
      business: businessOf(element, dialect),
    } satisfies GraphNode;
  });
}

function typeOf({ index }: Parts, element: BpmnElement): NodeType {
  if (element.$type === 'bpmn:Process') return 'process';
  const type = nodeType(element);
  if (type) return type;
  throw structureBroken(index.model, element, 'cannot stand in a process', '不能出现在流程中');
}

function isInterrupting(element: BpmnElement, type: NodeType): boolean {
  if (type === 'boundaryEvent') return element.get('cancelActivity') !== false;
  if (type === 'startEvent') return element.get('isInterrupting') !== false;
  return true;
}

/** The catching link of the same name in the same scope (BPMN 2.0.2, 10.5.1). */
function linkTarget(index: ModelIndex, thrower: BpmnElement): BpmnElement | undefined {
  const link = definitionsOf(thrower).find((definition) => definition.$type === 'bpmn:LinkEventDefinition');
  if (!link || !thrower.$parent) return undefined;
  const name = linkName(thrower, link);
  return index
    .nodesOf(thrower.$parent)
    .find(
      (node) =>
        node.$type === 'bpmn:IntermediateCatchEvent' &&
        definitionsOf(node).some(
          (definition) => definition.$type === 'bpmn:LinkEventDefinition' && linkName(node, definition) === name,
        ),
    );
}

function scriptOf(
  element: BpmnElement,
  dialect: {
    readonly script?: { readonly language: string; readonly source: string };
    readonly resultVariable?: string;
  },
): GraphNode['script'] {
  const source = text(element, 'script');
  const resultVariable = text(element, 'dw:resultVariable') ?? dialect.resultVariable ?? '';
  if (source !== undefined) return { language: text(element, 'scriptFormat') ?? '', source, resultVariable };
  return dialect.script ? { ...dialect.script, resultVariable } : null;
}
