import { describe } from '../describe.ts';
import type { ModelIndex } from '../ModelIndex.ts';
import { isA, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** Steps at which a token stays until something outside happens, or that may hold such a step inside. */
const WAITS = new Set([
  'bpmn:UserTask',
  'bpmn:ManualTask',
  'bpmn:ServiceTask',
  'bpmn:SendTask',
  'bpmn:BusinessRuleTask',
  'bpmn:ReceiveTask',
  'bpmn:IntermediateCatchEvent',
  'bpmn:EventBasedGateway',
  'bpmn:CallActivity',
]);

/** A loop that nothing can leave, and a loop in which nothing waits: both can turn for ever. */
export const loops: Rule = ({ index, report }) => {
  for (const loop of findLoops(index)) {
    const members = new Set(loop);
    const first = loop[0];
    if (!first) continue;
    const words = describe(first);
    const exits = loop.some((node) =>
      [...index.outgoing(node), ...index.boundary(node).flatMap((event) => index.outgoing(event))].some((flow) => {
        const target = one(flow, 'targetRef');
        return target !== undefined && !members.has(target);
      }),
    );
    if (!exits) {
      report(first, {
        rule: 'loop-endless',
        severity: 'warning',
        en: `The loop through ${words.en} has no way out: a deal that enters it never ends.`,
        zh: `经过${words.zh}的循环没有出口：进入后的商机永远不会结束。`,
      });
    } else if (!loop.some((node) => WAITS.has(node.$type) || isA(node, 'bpmn:SubProcess'))) {
      report(first, {
        rule: 'loop-without-wait',
        severity: 'warning',
        en: `Nothing waits in the loop through ${words.en}: if its condition never changes, it turns until it is stopped as an incident.`,
        zh: `经过${words.zh}的循环中没有任何等待步骤：如果条件一直不变，会一直空转，直到被判为异常。`,
      });
    }
  }
};

/** Strongly connected components with a cycle (Tarjan, iterative). */
function findLoops(index: ModelIndex): readonly (readonly BpmnElement[])[] {
  const found: BpmnElement[][] = [];
  const order = new Map<BpmnElement, number>();
  const low = new Map<BpmnElement, number>();
  const onStack = new Set<BpmnElement>();
  const stack: BpmnElement[] = [];
  const targets = (node: BpmnElement): readonly BpmnElement[] =>
    index.outgoing(node).flatMap((flow) => one(flow, 'targetRef') ?? []);

  for (const root of index.nodes) {
    if (order.has(root)) continue;
    const work: { readonly node: BpmnElement; readonly next: readonly BpmnElement[]; at: number }[] = [];
    const enter = (node: BpmnElement): void => {
      order.set(node, order.size);
      low.set(node, order.size - 1);
      stack.push(node);
      onStack.add(node);
      work.push({ node, next: targets(node), at: 0 });
    };
    const lower = (node: BpmnElement, to: number): void => {
      low.set(node, Math.min(low.get(node) ?? to, to));
    };
    enter(root);
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const target = frame.next[frame.at];
      frame.at += 1;
      if (target) {
        if (!order.has(target)) enter(target);
        else if (onStack.has(target)) lower(frame.node, order.get(target) ?? 0);
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent) lower(parent.node, low.get(frame.node) ?? 0);
      if (low.get(frame.node) !== order.get(frame.node)) continue;
      const component: BpmnElement[] = [];
      for (let member = stack.pop(); member; member = stack.pop()) {
        onStack.delete(member);
        component.push(member);
        if (member === frame.node) break;
      }
      if (component.length > 1 || targets(frame.node).includes(frame.node)) found.push(component.toReversed());
    }
  }
  return found;
}
