import type { Labels, ProcessGraph, Stage } from '@dealwright/bpmn';
import type { ReadDeps } from './Viewer.ts';

/** Name, labels and stage of an element; the id stands in for an element that the drawing does not have. */
export function nodeFacts(
  graph: ProcessGraph,
  nodeId: string,
): { readonly name: string; readonly labels: Labels; readonly stage: Stage | null } {
  const node = graph.nodes[graph.nodeIndex.get(nodeId) ?? -1];
  const stage = graph.stages.find((one) => one.id === node?.business.stage) ?? null;
  return { name: node?.name || nodeId, labels: node?.business.labels ?? {}, stage };
}

/** The process's own name by language. */
export function processLabelsOf(graph: ProcessGraph): Labels {
  return graph.nodes[0]?.business.labels ?? {};
}

/** The graphs behind rows of several deployments, each asked for once. */
export async function graphsOf(
  deps: Pick<ReadDeps, 'graph'>,
  rows: readonly { readonly deploymentId: string }[],
): Promise<(deploymentId: string) => ProcessGraph> {
  const graphs = new Map<string, ProcessGraph>();
  for (const { deploymentId } of rows)
    if (!graphs.has(deploymentId)) graphs.set(deploymentId, await deps.graph(deploymentId));
  return (deploymentId) => {
    const graph = graphs.get(deploymentId);
    if (!graph) throw new Error(`the graph of ${deploymentId} was not loaded`);
    return graph;
  };
}
