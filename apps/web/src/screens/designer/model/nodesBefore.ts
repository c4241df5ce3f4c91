import { is, listOf, type ModdleNode, nodeOf } from '../../../diagram/moddle.ts';

/** A flow node and all that may have been passed on a way to it, nearest first: through borders and subprocesses too. */
export function nodesBefore(node: ModdleNode): readonly ModdleNode[] {
  const seen = new Set<ModdleNode>();
  const queue: ModdleNode[] = [node];
  for (let at = queue.shift(); at; at = queue.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const flow of listOf(at, 'incoming')) {
      const source = nodeOf(flow, 'sourceRef');
      if (source) queue.push(source);
    }
    const host = is(at, 'bpmn:BoundaryEvent') ? nodeOf(at, 'attachedToRef') : null;
    if (host) queue.push(host);
    if (at.$parent && is(at.$parent, 'bpmn:SubProcess')) queue.push(at.$parent);
  }
  return [...seen];
}
