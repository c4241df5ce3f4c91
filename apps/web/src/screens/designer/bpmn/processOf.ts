import { is, listOf, type ModdleNode, nodeOf } from '../../../diagram/moddle.ts';

/** The process that a node is, that a pool shows, or that encloses the node. */
export function processOf(node: ModdleNode): ModdleNode | null {
  if (is(node, 'bpmn:Process')) return node;
  if (is(node, 'bpmn:Participant')) return nodeOf(node, 'processRef');
  if (is(node, 'bpmn:Collaboration')) {
    const [shown] = listOf(node, 'participants').flatMap((participant) => nodeOf(participant, 'processRef') ?? []);
    return shown ?? null;
  }
  return node.$parent ? processOf(node.$parent) : null;
}
