import type { GraphNode, ProcessGraph } from '@dealwright/bpmn';
import { leadsToWon } from '../stages/leadsToWon.ts';
import type { DealDetail, StageState } from './DealDetail.ts';

const ACTIVITIES = new Set<GraphNode['type']>([
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'scriptTask',
  'sendTask',
  'receiveTask',
  'businessRuleTask',
  'callActivity',
  'subProcess',
  'transaction',
  'adHocSubProcess',
]);

/**
 * How far a deal is in each stage: current where a token stands; done where work was finished; else skipped when the
 * deal is over or stands, or has worked, in a later stage; else ahead. Work that was cancelled or jumped over is not
 * done, nor is work on the way out (see `leadsToWon`): a skipped stage is shown skipped, never ticked. A stage of events alone is done when one of them happened.
 */
export function stageStates(
  graph: ProcessGraph,
  history: { readonly left: ReadonlySet<string>; readonly standing: readonly string[]; readonly over: boolean },
): DealDetail['stages'] {
  const progress = leadsToWon(graph);
  const members = (stageId: string) =>
    graph.nodes.filter((node) => node.business.stage === stageId && progress.has(node.index));
  const current = new Set(
    history.standing.flatMap((nodeId) => graph.nodes[graph.nodeIndex.get(nodeId) ?? -1]?.business.stage ?? []),
  );
  const done = new Set(
    graph.stages
      .filter((stage) => {
        const nodes = members(stage.id);
        const work = nodes.filter((node) => ACTIVITIES.has(node.type));
        return (work.length > 0 ? work : nodes).some((node) => history.left.has(node.id));
      })
      .map((stage) => stage.id),
  );
  const reached = graph.stages.findLastIndex((stage) => current.has(stage.id) || done.has(stage.id));
  return graph.stages.map((stage, index) => {
    const passed = history.over || index < reached;
    const state: StageState = current.has(stage.id)
      ? 'current'
      : done.has(stage.id)
        ? 'done'
        : passed
          ? 'skipped'
          : 'ahead';
    return { id: stage.id, labels: stage.labels, state };
  });
}
