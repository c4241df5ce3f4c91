import type { GraphNode, ProcessGraph } from '@dealwright/bpmn';
import type { HistoryEvent } from '../../types/HistoryEvent.ts';
import type { InstanceStatus } from '../../types/State.ts';

type Thrown = Extract<HistoryEvent, { type: 'error' | 'escalation' }>;
type Kind = Thrown['type'];

/** What must be entered next after a throw: a catcher; nothing any more; or whatever, when the drawing does not tell. */
type Next = { readonly catcher: GraphNode } | 'nothing' | 'anything';

/**
 * Whether each error and escalation was caught by the nearest event outwards that is drawn for it (BPMN 2.0.2, 10.5.1
 * and 10.5.7), before anything else was entered, and by none where there is no such event; whether what a boundary event
 * has interrupted went on; and whether a catcher was entered that nothing was thrown for.
 *
 * @returns what was caught otherwise, in words; empty when nothing was
 */
export function brokenCatches(
  graph: ProcessGraph,
  events: readonly HistoryEvent[],
  status: InstanceStatus,
): readonly string[] {
  const wrong: string[] = [];
  const interrupted = new Set<number>();
  let thrown: Thrown | null = null;
  let next: Next | null = null;
  for (const event of events) {
    if (event.type === 'error' || event.type === 'escalation') {
      if (next !== null && typeof next === 'object') wrong.push(`${next.catcher.id} was passed over`);
      thrown = event;
      next = nextAfter(graph, event);
    } else if (event.type === 'enter') {
      const node = nodeAt(graph, event.node);
      if (interrupted.has(event.scope))
        wrong.push(`${node.id} is entered in scope ${event.scope}, which is interrupted`);
      if (next === 'nothing') wrong.push(`${node.id} is entered after an error that nothing catches`);
      else if (next === null && catchesOnly(graph, node)) wrong.push(`${node.id} catches what nobody threw`);
      else if (next !== null && typeof next === 'object') {
        if (next.catcher !== node) wrong.push(`${node.id} is entered, not ${next.catcher.id}`);
        else if (thrown && endsScopeOf(graph, node, thrown)) interrupted.add(thrown.scope);
      }
      if (next !== 'nothing') next = null;
    }
  }
  if (next !== null && typeof next === 'object') wrong.push(`${next.catcher.id} was passed over`);
  if (next === 'nothing' && status !== 'failed') wrong.push(`after an error that nothing catches it is ${status}`);
  return wrong;
}

function nextAfter(graph: ProcessGraph, { type, node: index, code }: Thrown): Next | null {
  const thrower = nodeAt(graph, index);
  // what undoes is in what was completed, whose border and handlers are no longer there
  if (thrower.isForCompensation) return 'anything';
  for (let at = thrower; at.index > 0; at = nodeAt(graph, at.parent)) {
    const around = nodeAt(graph, at.parent);
    // an event subprocess catches nothing that is thrown in itself, or in another one of the same scope
    const beside = at.type === 'eventSubProcess' ? [] : around.eventSubProcesses;
    const catcher = catcherAmong(graph, at.boundary, type, code) ?? catcherAmong(graph, beside, type, code);
    if (catcher) return { catcher };
  }
  return type === 'error' ? 'nothing' : null;
}

/** The one for this code before one for all codes. */
function catcherAmong(graph: ProcessGraph, indexes: readonly number[], kind: Kind, code: string): GraphNode | null {
  const nodes = indexes.map((index) => nodeAt(graph, index));
  const find = (wanted: string | null): GraphNode | undefined =>
    nodes.find((node) => caughtBy(graph, node).some((event) => event.kind === kind && event.code === wanted));
  return find(code) ?? find(null) ?? null;
}

/** The events of a boundary event, and those that start an event subprocess. */
function caughtBy(graph: ProcessGraph, node: GraphNode): GraphNode['events'] {
  return node.type === 'eventSubProcess' ? startsOf(graph, node).flatMap(({ events }) => events) : node.events;
}

function startsOf(graph: ProcessGraph, { children }: GraphNode): readonly GraphNode[] {
  return children.map((index) => nodeAt(graph, index)).filter(({ type }) => type === 'startEvent');
}

function catchesOnly(graph: ProcessGraph, node: GraphNode): boolean {
  if (node.type !== 'boundaryEvent' && node.type !== 'eventSubProcess') return false;
  return caughtBy(graph, node).every(({ kind }) => kind === 'error' || kind === 'escalation');
}

/** Whether a boundary event ends the scope in which something was thrown. */
function endsScopeOf(graph: ProcessGraph, { type, interrupting, attachedTo }: GraphNode, thrown: Thrown): boolean {
  return type === 'boundaryEvent' && interrupting && nodeAt(graph, attachedTo).index !== thrown.node;
}

function nodeAt(graph: ProcessGraph, index: number): GraphNode {
  const node = graph.nodes[index];
  if (!node) throw new RangeError(`no node ${index}`);
  return node;
}
