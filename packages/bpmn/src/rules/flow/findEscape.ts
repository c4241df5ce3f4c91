import type { BpmnElement } from '../../moddle/BpmnElement.ts';
import type { Dominators } from './dominators.ts';
import type { ScopeGraph } from './ScopeGraph.ts';

/**
 * The node at which a token that a parallel join waits for may not come: an inclusive split from which the join's ways
 * in come, or a choice between that and the join with a way that never gets there. A way that can end the whole scope
 * does not count: nothing is left waiting then.
 *
 * @param spent how many nodes may still be walked over; counted down
 * @returns the node's number, or null
 */
export function findEscape(
  graph: ScopeGraph,
  join: number,
  tree: Dominators,
  endsScope: (element: BpmnElement) => boolean,
  spent: { left: number },
): number | null {
  const ways = graph.incoming[join] ?? [];
  const sources = ways.map(({ from }) => from);
  const [first, ...others] = sources;
  if (first === undefined || sources.some((from) => (tree.order[from] ?? -1) < 0)) return null;
  const split = others.reduce((a, b) => tree.common(a, b), first);
  if (split === 0 || split === join) return null;
  const before = walk(join, (node) => (node === split ? [] : (graph.incoming[node] ?? []).map(({ from }) => from)));
  spent.left -= before.size;
  if (maySkip(graph, split, before)) return split;
  for (const node of before) {
    if (node === split || node === join || !mayChoose(graph, node)) continue;
    for (const { to } of graph.outgoing[node] ?? []) {
      if (before.has(to)) continue;
      if (spent.left < 0) return null;
      const after = walk(to, (at) => (graph.outgoing[at] ?? []).map((edge) => edge.to));
      spent.left -= after.size;
      const ended = [...after].some((at) => {
        const element = graph.elements[at];
        return element ? endsScope(element) : false;
      });
      if (!ended) return node;
    }
  }
  return null;
}

/** Some of the node's ways out to the join may stay without a token while others get one. */
function maySkip({ splits, outgoing }: ScopeGraph, node: number, before: ReadonlySet<number>): boolean {
  const ways = (outgoing[node] ?? []).filter(({ to }) => before.has(to));
  if (ways.some(({ alternative }) => alternative < 0)) return true;
  return splits[node] === 'some' && ways.filter(({ alternative }) => alternative === 0).length > 1;
}

function mayChoose(graph: ScopeGraph, node: number): boolean {
  const ways = graph.outgoing[node] ?? [];
  if (ways.length < 2) return false;
  return graph.splits[node] === 'one' || ways.some(({ alternative }) => alternative !== (ways[0]?.alternative ?? 0));
}

function walk(from: number, next: (node: number) => readonly number[]): ReadonlySet<number> {
  const seen = new Set<number>([from]);
  const stack = [from];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const to of next(node)) {
      if (seen.has(to)) continue;
      seen.add(to);
      stack.push(to);
    }
  }
  return seen;
}
