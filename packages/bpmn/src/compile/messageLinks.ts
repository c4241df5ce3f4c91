import type { ModelIndex } from '../ModelIndex.ts';
import { idOf, isA, one, type BpmnElement } from '../moddle/BpmnElement.ts';

/** How message flows join nodes: what a sender's flows lead to, and which nodes are led to. */
export interface MessageLinks {
  /** synthetic message names by sending node, one for each flow to a node */
  readonly sent: ReadonlyMap<BpmnElement, readonly string[]>;
  /** the synthetic name by receiving node */
  readonly received: ReadonlyMap<BpmnElement, string>;
}

/**
 * A message flow between two nodes says who gets the message even where neither end names one (BPMN 2.0.2, 9.4): such
 * a message gets the name `→<id of the receiving node>` on both sides.
 */
export function messageLinks(index: ModelIndex): MessageLinks {
  const sent = new Map<BpmnElement, string[]>();
  const received = new Map<BpmnElement, string>();
  for (const flow of index.elements) {
    if (flow.$type !== 'bpmn:MessageFlow') continue;
    const source = one(flow, 'sourceRef');
    const target = one(flow, 'targetRef');
    if (!source || !target || !isA(source, 'bpmn:FlowNode') || !isA(target, 'bpmn:FlowNode')) continue;
    const name = `→${idOf(target)}`;
    sent.set(source, [...(sent.get(source) ?? []), name]);
    received.set(target, name);
  }
  return { sent, received };
}
