import type { ProcessGraph } from '@dealwright/bpmn';

/**
 * Nodes from which a won end can still be reached. The others are the way out (a loss review, recording why a customer
 * cancelled): work done there is not progress, whatever stage it is drawn in. All nodes when no end is marked won.
 */
export function leadsToWon(graph: ProcessGraph): ReadonlySet<number> {
  const found = new Set<number>();
  const queue = graph.nodes.filter((node) => node.type === 'endEvent' && node.business.outcome === 'won');
  if (queue.length === 0) return new Set(graph.nodes.keys());
  const add = (index: number) => {
    const node = graph.nodes[index];
    if (!node || found.has(index)) return;
    found.add(index);
    queue.push(node);
  };
  for (const end of queue) found.add(end.index);
  for (let node = queue.pop(); node; node = queue.pop()) {
    const { index, parent, attachedTo } = node;
    for (const flow of node.incoming) add(graph.flows[flow]?.source ?? -1);
    if (attachedTo >= 0) add(attachedTo);
    for (const other of graph.nodes) if (other.linkTarget === index) add(other.index);
    if (parent > 0) add(parent);
    // what lies inside a subprocess leads where the subprocess leads, except in event subprocesses, which replace it
    if (node.type !== 'eventSubProcess') for (const child of node.children) if (!isWayOut(graph, child)) add(child);
  }
  return found;
}

function isWayOut(graph: ProcessGraph, index: number): boolean {
  const node = graph.nodes[index];
  return node?.type === 'eventSubProcess' || (node?.type === 'endEvent' && (node.business.outcome ?? 'won') !== 'won');
}
