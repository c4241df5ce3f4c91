import type { GraphNode, ProcessGraph } from '../../packages/bpmn/src/index.ts';

/**
 * A graph with everything by its id instead of its index, so that two of the same model can be compared, however their
 * elements are ordered in the file. What only people read is left out.
 */
export function plainGraph(graph: ProcessGraph): unknown {
  const idOf = (index: number): string => (index < 0 ? '' : index === 0 ? 'process' : (graph.nodes[index]?.id ?? '?'));
  const flowOf = (index: number): string => (graph.flows[index]?.id ?? '').replace('>', '_');
  const nodes = graph.nodes.slice(1).map((node) => plainNode(node, idOf, flowOf));
  const [process] = graph.nodes;
  return {
    process: process && { ...plainNode(process, idOf, flowOf), id: 'process' },
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    flows: Object.fromEntries(
      graph.flows.map(({ index, source, target, condition }) => [
        flowOf(index),
        { source: idOf(source), target: idOf(target), condition },
      ]),
    ),
  };
}

function plainNode(node: GraphNode, idOf: (index: number) => string, flowOf: (index: number) => string) {
  const { index: _index, name: _name, lane: _lane, business, passes: _passes, ...rest } = node;
  return {
    ...rest,
    parent: idOf(node.parent),
    incoming: node.incoming.map(flowOf),
    outgoing: node.outgoing.map(flowOf),
    defaultFlow: node.defaultFlow < 0 ? '' : flowOf(node.defaultFlow),
    events: node.events.map((event) =>
      event.kind === 'compensation' ? { ...event, activity: idOf(event.activity) } : event,
    ),
    attachedTo: idOf(node.attachedTo),
    boundary: node.boundary.map(idOf),
    children: node.children.map(idOf),
    starts: node.starts.map(idOf),
    implicitStarts: node.implicitStarts.map(idOf),
    eventSubProcesses: node.eventSubProcesses.map(idOf),
    linkTarget: idOf(node.linkTarget),
    compensation: idOf(node.compensation),
    connector: business.connector,
  };
}
