import type { GraphNode } from '@dealwright/bpmn';

/** A gateway at which tokens wait for each other. */
export function isJoin(node: GraphNode): boolean {
  if (node.type === 'complexGateway') return node.incoming.length > 1 || node.activationCondition !== null;
  return (node.type === 'parallelGateway' || node.type === 'inclusiveGateway') && node.incoming.length > 1;
}
