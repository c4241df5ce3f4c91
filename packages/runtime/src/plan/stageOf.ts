import type { GraphNode, ProcessGraph } from '@dealwright/bpmn';
import type { HistoryEvent, State } from '@dealwright/engine';
import { standingTokens } from '@dealwright/store';

/**
 * The stage that an instance is in: of all stages that its tokens stand in, the one furthest along in the process's
 * list. While no token stands in any stage, and when the instance is over, it is the stage of the node entered last in
 * this step, else the one it had before.
 */
export function stageOf(
  graph: ProcessGraph,
  state: State,
  events: readonly HistoryEvent[],
  before: string | null,
): string | null {
  const standing = standingTokens(state).flatMap((token) => stageOfNode(graph, token.node) ?? []);
  if (standing.length > 0) return furthest(graph, standing);
  const entered = events.flatMap((event) => (event.type === 'enter' ? (stageOfNode(graph, event.node) ?? []) : []));
  return entered.at(-1) ?? before;
}

/** A node's own stage, else that of the nearest scope around it that has one. */
export function stageOfNode(graph: ProcessGraph, index: number): string | null {
  let node: GraphNode | undefined = graph.nodes[index];
  while (node) {
    if (node.business.stage !== null) return node.business.stage;
    node = graph.nodes[node.parent];
  }
  return null;
}

function furthest(graph: ProcessGraph, stages: readonly string[]): string | null {
  const order = new Map(graph.stages.map((stage, place) => [stage.id, place]));
  const place = (stage: string) => order.get(stage) ?? -1;
  return stages.reduce((best, stage) => (place(stage) > place(best) ? stage : best));
}
