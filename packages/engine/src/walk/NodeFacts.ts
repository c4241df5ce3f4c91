import type { GraphFlow, GraphNode, ProcessGraph } from '@dealwright/bpmn';
import { isJoin } from './isJoin.ts';
import type { Walk } from './Walk.ts';

/** What follows from the drawing alone, so that no token has to find it out again. */
export interface NodeFacts {
  readonly isJoin: boolean;
  /** a throw or end event with a signal */
  readonly throwsSignal: boolean;
  /** the outgoing flows, in the order of the drawing */
  readonly outgoing: readonly GraphFlow[];
  /** no outgoing flow has a condition or is the default: a token that leaves takes all of them */
  readonly isOpen: boolean;
}

const known = new WeakMap<ProcessGraph, readonly NodeFacts[]>();

/** The facts about a graph's nodes, by node index; worked out once for each graph. */
export function nodeFacts(graph: ProcessGraph): readonly NodeFacts[] {
  let facts = known.get(graph);
  if (!facts) known.set(graph, (facts = graph.nodes.map((node) => factsOf(graph, node))));
  return facts;
}

/** The facts about one of the walk's nodes. */
export function factsAt(walk: Walk, node: GraphNode): NodeFacts {
  const facts = walk.facts[node.index];
  if (!facts) throw new RangeError(`the graph of ${walk.graph.processId} has no node ${node.index}`);
  return facts;
}

function factsOf(graph: ProcessGraph, node: GraphNode): NodeFacts {
  const outgoing = node.outgoing.map((index) => {
    const flow = graph.flows[index];
    if (!flow) throw new RangeError(`the graph of ${graph.processId} has no flow ${index}`);
    return flow;
  });
  const isOpen = node.defaultFlow < 0 && outgoing.every(({ condition }) => condition === null);
  return { isJoin: isJoin(node), throwsSignal: throwsSignal(node), outgoing, isOpen };
}

function throwsSignal({ type, events }: GraphNode): boolean {
  const throws = type === 'intermediateThrowEvent' || type === 'endEvent';
  return throws && events.some((event) => event.kind === 'signal');
}
