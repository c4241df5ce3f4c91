import type { GraphNode, NodeType, ProcessGraph } from '@dealwright/bpmn';
import type { HistoryEvent } from '../../types/HistoryEvent.ts';

/** What was completed and can be undone; for a subprocess, with what was completed inside. */
interface Done {
  readonly node: number;
  readonly inside: readonly Done[];
}

/** What is to be undone one after another, and by which token where that is known. */
interface Expected {
  readonly nodes: readonly number[];
  readonly token: number | null;
}

/**
 * Whether compensation went backwards through what had been completed (BPMN 2.0.2, 10.7 and 13.5.5): what each throw
 * undoes is worked out again from the history alone, and compared with what was undone. Repeated activities are left
 * out: their instances are counted, not ordered.
 *
 * @returns what was undone out of order, in words; empty when nothing was
 */
export function brokenOrder(graph: ProcessGraph, events: readonly HistoryEvent[]): string[] {
  const logs = new Map<number, Done[]>();
  const lastLeft = new Map<number, { readonly node: GraphNode; readonly scope: number }>();
  const expected: Expected[] = [];
  const undone = new Map<number, number[]>();
  const left = new Set<number>();
  const repeated = repeatedOnes(graph);
  const nodeAt = (index: number): GraphNode | undefined => graph.nodes[index];

  const take = (scope: number, wanted: number): readonly Done[] => {
    const log = logs.get(scope) ?? [];
    const found = log.filter(({ node }) => wanted < 0 || node === wanted);
    logs.set(
      scope,
      log.filter((entry) => !found.includes(entry)),
    );
    return found;
  };
  const expectAll = (done: readonly Done[], token: number | null): void => {
    expected.push({ nodes: done.map(({ node }) => node).toReversed(), token });
    for (const { inside } of done) if (inside.length > 0) expectAll(inside, null);
  };

  for (const event of events) {
    if (event.type === 'take') continue;
    const { type, token, scope } = event;
    const node = nodeAt(event.node);
    if (!node) continue;
    if (type === 'leave') {
      left.add(token);
      const inner = lastLeft.get(node.index);
      lastLeft.set(node.parent, { node, scope });
      const done = repeated.has(node.index)
        ? null
        : completion(node, inner && { ...inner, log: logs.get(inner.scope) });
      if (done) logs.set(scope, [...(logs.get(scope) ?? []), done]);
    } else if (type === 'enter') {
      const thrown = node.events.find((one) => one.kind === 'compensation');
      if (thrown && node.type !== 'startEvent' && node.type !== 'boundaryEvent') {
        // an event subprocess undoes what is around it too: whose instance it belongs to is not in the history
        if (nodeAt(node.parent)?.type === 'eventSubProcess' && thrown.activity < 0) break;
        expectAll(take(scope, thrown.activity), thrown.wait ? token : null);
      }
      if (node.type === 'endEvent' && node.events.some(({ kind }) => kind === 'cancel'))
        expectAll(take(scope, -1), null);
    } else if (type === 'compensate' && !repeated.has(node.index)) {
      undone.set(token, [...(undone.get(token) ?? []), node.index]);
    }
  }
  return compare(expected, undone, left);
}

/** Indexes of nodes that are repeated, of the subprocesses around them, and of all inside these: it is not ordered. */
function repeatedOnes(graph: ProcessGraph): ReadonlySet<number> {
  const found = new Set<number>();
  for (const node of graph.nodes) {
    if (!node.loop) continue;
    for (let at: GraphNode | undefined = node; at && at.index > 0; at = graph.nodes[at.parent]) {
      found.add(at.index);
      addInside(graph, at, found);
    }
  }
  return found;
}

function addInside(graph: ProcessGraph, { children }: GraphNode, found: Set<number>): void {
  for (const index of children) {
    found.add(index);
    const child = graph.nodes[index];
    if (child) addInside(graph, child, found);
  }
}

const OPENING: ReadonlySet<NodeType> = new Set(['subProcess', 'transaction', 'adHocSubProcess', 'eventSubProcess']);

/** What completing a node leaves to be undone; null for nothing. */
function completion(
  node: GraphNode,
  inner: { readonly node: GraphNode; readonly log: readonly Done[] | undefined } | undefined,
): Done | null {
  const opens = OPENING.has(node.type);
  if (!opens) return node.compensation < 0 ? null : { node: node.index, inside: [] };
  if (inner?.node.events.some(({ kind }) => kind === 'terminate')) return null;
  const inside = inner?.log ?? [];
  if (node.compensation >= 0) return { node: node.index, inside: [] };
  return inside.length > 0 ? { node: node.index, inside } : null;
}

function compare(
  expected: readonly Expected[],
  undone: ReadonlyMap<number, readonly number[]>,
  left: ReadonlySet<number>,
): string[] {
  const wrong: string[] = [];
  const others = expected.filter(({ token }) => token === null);
  for (const { nodes, token } of expected) {
    if (token === null) continue;
    const did = undone.get(token) ?? [];
    // what was cut short has undone the first of them
    const due = left.has(token) ? nodes : nodes.slice(0, did.length);
    if (String(did) !== String(due)) wrong.push(`token ${token} undid ${String(did)}, not ${String(nodes)}`);
  }
  const known = new Set(expected.map(({ token }) => token));
  const byLength = [...undone].toSorted(([, a], [, b]) => b.length - a.length);
  for (const [token, did] of byLength) {
    if (known.has(token)) continue;
    const at = others.findIndex(({ nodes }) => String(nodes.slice(0, did.length)) === String(did));
    if (at < 0) wrong.push(`token ${token} undid ${String(did)}, which no compensation asks for`);
    else others.splice(at, 1);
  }
  return wrong;
}
