import type { ProcessGraph } from '@dealwright/bpmn';
import type { Token } from '@dealwright/engine';

/**
 * Whether an open task stands at a token of a state at rest: at a user or manual task, unless an incident holds it, or the token
 * only keeps the executor's books there (a repeated activity as a whole, a wait for the start quantity, a watcher).
 */
export function hasTask(graph: ProcessGraph, token: Token | undefined): boolean {
  if (!token) return false;
  const node = graph.nodes[token.node];
  if (node?.type !== 'userTask' && node?.type !== 'manualTask') return false;
  const { data } = token;
  if (!data) return node.loop === null;
  if (data.stuck !== undefined || data.on !== undefined || data.gathering) return false;
  return node.loop === null || data.turn !== undefined || data.reopened !== undefined;
}
