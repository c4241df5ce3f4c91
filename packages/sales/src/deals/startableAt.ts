import type { GraphNode, Labels, ProcessGraph } from '@dealwright/bpmn';

/** An ad-hoc subprocess that a deal stands in, and what may be started in it by hand. */
export interface Startable {
  /** id of the ad-hoc subprocess */
  readonly from: string;
  readonly name: string;
  readonly labels: Labels;
  readonly activities: readonly { readonly nodeId: string; readonly name: string; readonly labels: Labels }[];
}

const NO_ACTIVITY = new Set<GraphNode['type']>(['boundaryEvent', 'eventSubProcess', 'startEvent', 'endEvent']);

/**
 * What may be started by hand where a deal stands: the activities of ad-hoc subprocesses, as often as those who do them
 * like (BPMN 2.0.2, 10.3.5). Events and gateways inside are reached by their flows alone. Where one is done at a time,
 * nothing is offered while another is under way.
 */
export function startableAt(graph: ProcessGraph, tokens: readonly { readonly nodeId: string }[]): Startable[] {
  const standing = new Set(tokens.map((token) => token.nodeId));
  return [...standing].flatMap((id) => {
    const node = graph.nodes[graph.nodeIndex.get(id) ?? -1];
    if (!node?.adHoc) return [];
    const underWay = node.children.some((index) => standing.has(graph.nodes[index]?.id ?? ''));
    if (node.adHoc.sequential && underWay) return [];
    const activities = activitiesOf(graph, node).map((inner) => ({
      nodeId: inner.id,
      name: inner.name || inner.id,
      labels: inner.business.labels,
    }));
    return [{ from: id, name: node.name || id, labels: node.business.labels, activities }];
  });
}

/** The activities directly inside an ad-hoc subprocess that one may start. */
export function activitiesOf(graph: ProcessGraph, adHoc: GraphNode): GraphNode[] {
  return adHoc.children
    .flatMap((index) => graph.nodes[index] ?? [])
    .filter(({ type, isForCompensation }) => isActivity(type) && !isForCompensation);
}

function isActivity(type: GraphNode['type']): boolean {
  return !NO_ACTIVITY.has(type) && !type.startsWith('intermediate') && !type.endsWith('Gateway');
}
