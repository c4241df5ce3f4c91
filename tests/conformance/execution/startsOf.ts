import type { EventDefinition, GraphNode, ProcessGraph } from '../../../packages/bpmn/src/index.ts';

/** What may start an instance from outside. */
export interface OutsideStart {
  readonly node: GraphNode;
  readonly event: EventDefinition;
  /** which of the node's triggers */
  readonly at: number;
}

/** Triggers of top-level start events, of instantiating receive tasks, and of events behind an instantiating gateway. */
export function startsOf(graph: ProcessGraph): readonly OutsideStart[] {
  return graph.nodes
    .filter(
      (node) =>
        node.parent === 0 &&
        (node.type === 'startEvent' ||
          (node.instantiate && node.type === 'receiveTask') ||
          node.incoming.some((flow) => graph.nodes[graph.flows[flow]?.source ?? -1]?.instantiate === true)),
    )
    .flatMap((node) => node.events.map((event, at) => ({ node, event, at })));
}
