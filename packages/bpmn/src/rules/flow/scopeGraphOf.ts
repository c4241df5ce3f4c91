import { bodyOf, definitionsOf, linkName } from '../../compile/eventDefinitions.ts';
import { implicitStartsOf, startsOf } from '../../compile/startsOf.ts';
import { isEventSubProcess, type ModelIndex } from '../../ModelIndex.ts';
import { flag, isA, one, type BpmnElement } from '../../moddle/BpmnElement.ts';
import type { Edge, Join, ScopeGraph, Split } from './ScopeGraph.ts';

/** How tokens can move in a scope, without regard to data (BPMN 2.0.2, 13.3 and 13.4). */
export function scopeGraphOf(index: ModelIndex, scope: BpmnElement): ScopeGraph {
  const nodes = index.nodesOf(scope).filter((node) => node.$type !== 'bpmn:BoundaryEvent');
  const elements: (BpmnElement | null)[] = [null, ...nodes];
  const numbers = new Map<BpmnElement, number>(nodes.map((node, at) => [node, at + 1]));
  const edges: Edge[] = [];
  const outgoing: Edge[][] = elements.map(() => []);
  const incoming: Edge[][] = elements.map(() => []);
  const connect = (from: number, target: BpmnElement | undefined, alternative: number): void => {
    const to = target && numbers.get(target);
    if (to === undefined) return;
    const edge: Edge = { index: edges.length, from, to, alternative };
    edges.push(edge);
    outgoing[from]?.push(edge);
    incoming[to]?.push(edge);
  };

  for (const [at, start] of openings(index, scope).entries()) connect(0, start.node, start.together ? -1 : at);
  const links = linkCatches(nodes);
  for (const node of nodes) {
    const from = numbers.get(node) ?? 0;
    for (const flow of index.outgoing(node)) connect(from, one(flow, 'targetRef'), 0);
    for (const [at, event] of index.boundary(node).entries()) {
      const alternative = event.get('cancelActivity') === false ? -1 : at + 1;
      for (const flow of index.outgoing(event)) connect(from, one(flow, 'targetRef'), alternative);
    }
    for (const name of linksThrown(node)) connect(from, links.get(name), 0);
  }
  return {
    elements,
    joins: elements.map((node, at) => (node ? joinOf(node, incoming[at]?.length ?? 0) : 'any')),
    splits: elements.map((node) => (node ? splitOf(index, node) : 'one')),
    edges,
    incoming,
    outgoing,
  };
}

interface Opening {
  readonly node: BpmnElement;
  /** begun with the scope and not by an event of its own */
  readonly together: boolean;
}

/** Each start event of a process begins an instance of its own; what has no way in begins with the scope. */
function openings(index: ModelIndex, scope: BpmnElement): readonly Opening[] {
  const process = scope.$type === 'bpmn:Process';
  const events = index.nodesOf(scope).filter((node) => node.$type === 'bpmn:StartEvent');
  const instantiating = index
    .nodesOf(scope)
    .filter(
      (node) =>
        (node.$type === 'bpmn:ReceiveTask' || node.$type === 'bpmn:EventBasedGateway') && flag(node, 'instantiate'),
    );
  const implicit = isEventSubProcess(scope)
    ? []
    : [...(events.length === 0 ? startsOf(index, scope) : []), ...implicitStartsOf(index, scope)];
  return [
    ...[...events, ...instantiating].map((node) => ({ node, together: !process })),
    ...[...new Set(implicit)].map((node) => ({ node, together: true })),
  ];
}

function joinOf(node: BpmnElement, ways: number): Join {
  if (ways < 2) return 'any';
  if (node.$type === 'bpmn:ParallelGateway') return 'all';
  return node.$type === 'bpmn:InclusiveGateway' || node.$type === 'bpmn:ComplexGateway' ? 'sync' : 'any';
}

function splitOf(index: ModelIndex, node: BpmnElement): Split {
  switch (node.$type) {
    case 'bpmn:ExclusiveGateway':
      return 'one';
    case 'bpmn:EventBasedGateway':
      // one that begins a process may wait for all of its events
      return node.get('eventGatewayType') === 'Parallel' ? 'all' : 'one';
    case 'bpmn:InclusiveGateway':
    case 'bpmn:ComplexGateway':
      return 'some';
    default: {
      if (!isA(node, 'bpmn:Activity')) return 'all';
      const conditional = index.outgoing(node).some((flow) => bodyOf(one(flow, 'conditionExpression')) !== '');
      return conditional ? 'some' : 'all';
    }
  }
}

function linksThrown(node: BpmnElement): readonly string[] {
  if (node.$type !== 'bpmn:IntermediateThrowEvent') return [];
  return definitionsOf(node)
    .filter(({ $type }) => $type === 'bpmn:LinkEventDefinition')
    .map((definition) => linkName(node, definition));
}

function linkCatches(nodes: readonly BpmnElement[]): ReadonlyMap<string, BpmnElement> {
  const catches = new Map<string, BpmnElement>();
  for (const node of nodes) {
    if (node.$type !== 'bpmn:IntermediateCatchEvent') continue;
    for (const definition of definitionsOf(node)) {
      if (definition.$type === 'bpmn:LinkEventDefinition') catches.set(linkName(node, definition), node);
    }
  }
  return catches;
}
