import type { Labels, ProcessGraph } from '@dealwright/bpmn';

/** A task that a deal may be moved to by hand. */
export interface MoveTarget {
  readonly nodeId: string;
  readonly name: string;
  readonly labels: Labels;
  /** id of its stage */
  readonly stage: string | null;
}

const PEOPLES_WORK = new Set(['userTask', 'manualTask']);

/**
 * Where a token that stands at `from` may be moved by hand: to another task that people do, on the same level of the
 * drawing. An outcome comes from an end event reached by work, so ends are not among them. Empty for an unknown element.
 */
export function moveTargets(graph: ProcessGraph, from: string): readonly MoveTarget[] {
  const standing = graph.nodes[graph.nodeIndex.get(from) ?? -1];
  // one instance of a repeated activity, or of the undoing of another, belongs where it is
  if (!standing || standing.loop !== null || standing.isForCompensation) return [];
  return graph.nodes
    .filter((node) => PEOPLES_WORK.has(node.type) && !node.isForCompensation)
    .filter((node) => node.parent === standing.parent && node.id !== from)
    .map((node) => ({
      nodeId: node.id,
      name: node.name || node.id,
      labels: node.business.labels,
      stage: node.business.stage,
    }));
}
