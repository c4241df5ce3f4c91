import { describe } from '../describe.ts';
import { processOf } from '../ModelIndex.ts';
import { isA, one } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** A sequence flow connects two flow nodes of the same scope (BPMN 2.0.2, 7.6.1 and 8.4.13). */
export const sequenceFlows: Rule = ({ index, report }) => {
  for (const flow of index.flows) {
    const words = describe(flow);
    const source = one(flow, 'sourceRef');
    const target = one(flow, 'targetRef');
    for (const [end, rule, en, zh] of [
      [source, 'flow-source-missing', 'does not start at any node', '没有起点'],
      [target, 'flow-target-missing', 'does not lead to any node', '没有终点'],
    ] as const) {
      if (end && isA(end, 'bpmn:FlowNode')) continue;
      report(flow, {
        rule,
        severity: 'error',
        en: `${words.en} ${en}. Connect it or delete it.`,
        zh: `${words.zh}${zh}。请连接或删除它。`,
        section: '8.4.13',
      });
    }
    if (!source || !target || source.$parent === target.$parent) continue;
    const from = describe(source);
    const to = describe(target);
    const pool = processOf(source) !== processOf(target);
    report(flow, {
      rule: pool ? 'flow-crosses-pool' : 'flow-crosses-scope',
      severity: 'error',
      en: pool
        ? `A sequence flow leads from ${from.en} to ${to.en} in another pool. Between pools only messages can pass: use a message flow.`
        : `A sequence flow leads from ${from.en} to ${to.en} across the border of a subprocess. End the flow inside and connect the subprocess itself.`,
      zh: pool
        ? `顺序流从${from.zh}连到另一泳池中的${to.zh}。泳池之间只能传递消息，请使用消息流。`
        : `顺序流从${from.zh}跨越子流程边界连到${to.zh}。请在子流程内部结束，再从子流程本身连出。`,
      section: '7.6.1',
    });
  }
};
