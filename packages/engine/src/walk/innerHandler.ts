import type { EventDefinition, GraphNode } from '@dealwright/bpmn';
import { siblingsOf } from './watchers.ts';
import { watchedEvent } from './watchedEvent.ts';
import type { LiveToken } from './Walk.ts';

export interface InnerHandler {
  readonly node: GraphNode;
  /** parallel multiple events: the watcher that stands for this trigger among the others; null elsewhere */
  readonly watcher: LiveToken | null;
}

/**
 * Who catches an error or escalation among the events at one place: the one of this code goes before one that catches
 * all (BPMN 2.0.2, 10.5.6). A parallel multiple event catches it as one of its triggers, once; an error, which ends
 * what it is thrown in, only as the last of them: after it nothing is left at which the others could be awaited.
 *
 * @param watchers what the events at the place have put there
 */
export function innerHandler(
  nodes: readonly GraphNode[],
  watchers: Iterable<LiveToken>,
  kind: 'error' | 'escalation',
  code: string,
): InnerHandler | null {
  const waiting = [...watchers];
  for (const wanted of [code, null]) {
    for (const node of nodes) {
      const event = node.events.find((candidate) => candidate.kind === kind && candidate.code === wanted);
      if (!event) continue;
      if (!node.parallelMultiple) return { node, watcher: null };
      const watcher = waiting.find((candidate) => candidate.node === node && awaits(candidate, event));
      if (watcher && (kind === 'escalation' || isLast(watcher))) return { node, watcher };
    }
  }
  return null;
}

function awaits(watcher: LiveToken, event: EventDefinition): boolean {
  return !watcher.data.met && watchedEvent(watcher) === event;
}

function isLast(watcher: LiveToken): boolean {
  return siblingsOf(watcher).every((other) => other === watcher || other.data.met === true);
}
