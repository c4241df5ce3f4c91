import type { GraphNode, ProcessGraph } from '@dealwright/bpmn';

/** For one gateway: `reaches[k][n]` is 1 when a path leads from node n to the gateway's k-th incoming flow without visiting the gateway. */
export type Reachability = readonly Uint8Array[];

interface Cache {
  /** for each node, those from which a token can come to it directly */
  readonly before: readonly number[][];
  readonly byGateway: Map<number, Reachability>;
}
const caches = new WeakMap<ProcessGraph, Cache>();

/**
 * From which nodes each incoming flow of a gateway can still get a token. Computed once per graph and gateway, in time
 * linear in the graph for each incoming flow; a path goes by sequence flows, from an activity to its boundary events,
 * and from a link throw event to its catch event.
 */
export function reachability(graph: ProcessGraph, gateway: GraphNode): Reachability {
  let cache = caches.get(graph);
  if (!cache) caches.set(graph, (cache = { before: predecessors(graph), byGateway: new Map() }));
  const { before, byGateway } = cache;
  let found = byGateway.get(gateway.index);
  if (!found) {
    found = gateway.incoming.map((flow) =>
      backwards(graph.nodes.length, before, graph.flows[flow]?.source ?? -1, gateway),
    );
    byGateway.set(gateway.index, found);
  }
  return found;
}

function backwards(size: number, before: readonly number[][], from: number, gateway: GraphNode): Uint8Array {
  const seen = new Uint8Array(size);
  const stack = [from];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node < 0 || node === gateway.index || seen[node] === 1) continue;
    seen[node] = 1;
    stack.push(...(before[node] ?? []));
  }
  return seen;
}

function predecessors(graph: ProcessGraph): number[][] {
  const before: number[][] = graph.nodes.map(() => []);
  for (const node of graph.nodes) {
    for (const flow of node.outgoing) before[graph.flows[flow]?.target ?? -1]?.push(node.index);
    if (node.attachedTo >= 0) before[node.index]?.push(node.attachedTo);
    if (node.linkTarget >= 0) before[node.linkTarget]?.push(node.index);
  }
  return before;
}
