import { leaveTogether, type Join, type ScopeGraph } from './ScopeGraph.ts';

/** Whether two edges can hold a token at the same moment, in one run. */
export type Concurrency = (a: number, b: number) => boolean;

/**
 * The structural concurrency relation: exact for sound graphs of free choice (Kovalyov and Esparza, "A Polynomial
 * Algorithm to Compute the Concurrency Relation of Free-Choice Signal Transition Graphs", 1996), so that what is drawn
 * right is never held for wrong. Two edges are concurrent when a node puts tokens on both, and what is concurrent with
 * all that a node needs is concurrent with what it gives.
 *
 * A synchronising join gives nothing while a token can still come to it by another way in than one that has a token;
 * one that could as well come by that same way is not waited for (BPMN 2.0.2, 13.4.3).
 *
 * @param spent how many pairs may still be found; the number is counted down over all calls
 * @returns null when there are more: the model is too wide to be judged in the time that a person waits
 */
export function concurrency(
  graph: ScopeGraph,
  joins: readonly Join[],
  reached: (node: number) => boolean,
  spent: { left: number },
): Concurrency | null {
  const size = graph.edges.length;
  const related = new Uint8Array(size * size);
  const found: number[] = [];
  // by edge, and by node below 0
  const leadsTo = new Map<number, Uint8Array>();
  const add = (a: number, b: number): void => {
    if (a === b || related[a * size + b] === 1) return;
    related[a * size + b] = 1;
    related[b * size + a] = 1;
    found.push(a, b);
    spent.left -= 1;
  };
  const pass = (beside: number, edge: number): void => {
    const node = graph.edges[edge]?.to ?? 0;
    const ways = graph.incoming[node] ?? [];
    if (joins[node] === 'all' && !ways.every(({ index }) => related[beside * size + index] === 1)) return;
    if (joins[node] === 'sync' && isAwaited(beside, edge, node)) return;
    for (const { index } of graph.outgoing[node] ?? []) add(beside, index);
  };
  const before = (key: number, make: () => Uint8Array): Uint8Array => {
    const known = leadsTo.get(key);
    if (known) return known;
    const made = make();
    leadsTo.set(key, made);
    return made;
  };
  const beforeEdge = (edge: number): Uint8Array => before(edge, () => edgesBefore(graph, edge));
  const beforeAny = (node: number): Uint8Array =>
    before(-1 - node, () =>
      union(
        size,
        (graph.incoming[node] ?? []).map(({ index }) => beforeEdge(index)),
      ),
    );
  const isAwaited = (beside: number, edge: number, node: number): boolean =>
    beforeAny(node)[beside] === 1 && beforeEdge(edge)[beside] !== 1;

  for (const [node, edges] of graph.outgoing.entries()) {
    if (!reached(node)) continue;
    for (const a of edges) for (const b of edges) if (leaveTogether(graph, a, b)) add(a.index, b.index);
  }
  while (found.length > 0) {
    if (spent.left < 0) return null;
    const [b, a] = [found.pop() ?? 0, found.pop() ?? 0];
    pass(a, b);
    pass(b, a);
  }
  return (a, b) => related[a * size + b] === 1;
}

/** The edge, and those from which a token can come to it without passing the node that it leads to. */
function edgesBefore(graph: ScopeGraph, edge: number): Uint8Array {
  const before = new Uint8Array(graph.edges.length);
  before[edge] = 1;
  const start = graph.edges[edge];
  if (!start) return before;
  const seen = new Set<number>([start.to, start.from]);
  const stack = start.from === start.to ? [] : [start.from];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const { index, from } of graph.incoming[at] ?? []) {
      before[index] = 1;
      if (seen.has(from)) continue;
      seen.add(from);
      stack.push(from);
    }
  }
  return before;
}

function union(size: number, sets: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(size);
  for (const set of sets) for (let at = 0; at < size; at += 1) if (set[at] === 1) all[at] = 1;
  return all;
}
