import type { ProcessGraph } from '@dealwright/bpmn';

/** Lane names that mean the deal's owner, where a drawing names its lanes but gives them no `dw:role`. */
const OWNER = new Set(['owner', 'rep', 'sales', 'sales rep', '销售', '销售代表', '负责人']);
const MANAGER = new Set(['manager', 'sales manager', '经理', '销售经理', '主管', '销售主管']);

/** Who a lane stands for. No lane at all is the owner's: a process without lanes is one person's work. */
export type LaneRole =
  | { readonly kind: 'owner' }
  | { readonly kind: 'manager' }
  | { readonly kind: 'group'; readonly key: string };

export function laneRoleOf(graph: ProcessGraph, node: number): LaneRole {
  const lane = graph.lanes[graph.nodes[node]?.lane ?? -1];
  if (!lane) return { kind: 'owner' };
  const word = lane.role.trim().toLowerCase();
  if (OWNER.has(word)) return { kind: 'owner' };
  if (MANAGER.has(word)) return { kind: 'manager' };
  return { kind: 'group', key: lane.role.trim() };
}

/** Whether the node's task is the deal owner's by drawing, and goes along when the deal changes hands. */
export function isOwnersTask(graph: ProcessGraph, node: number): boolean {
  const rule = graph.nodes[node]?.business.assignment?.rule ?? 'lane';
  return rule === 'owner' || (rule === 'lane' && laneRoleOf(graph, node).kind === 'owner');
}
