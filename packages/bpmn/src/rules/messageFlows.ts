import { describe } from '../describe.ts';
import { processOf } from '../ModelIndex.ts';
import { one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** Messages pass between pools, never within one (BPMN 2.0.2, 9.4 and 7.6.2). */
export const messageFlows: Rule = ({ index, report }) => {
  const poolOf = (end: BpmnElement): BpmnElement | undefined =>
    end.$type === 'bpmn:Participant' ? (one(end, 'processRef') ?? end) : processOf(end);
  for (const flow of index.elements) {
    if (flow.$type !== 'bpmn:MessageFlow') continue;
    const source = one(flow, 'sourceRef');
    const target = one(flow, 'targetRef');
    const words = describe(flow);
    if (!source || !target) {
      report(flow, {
        rule: 'message-flow-end-missing',
        severity: 'error',
        en: `${words.en} does not connect two pools. Connect it or delete it.`,
        zh: `${words.zh}没有连接两个泳池。请连接或删除它。`,
        section: '9.4',
      });
    } else if (poolOf(source) !== undefined && poolOf(source) === poolOf(target)) {
      report(flow, {
        rule: 'message-flow-same-pool',
        severity: 'error',
        en: `${words.en} leads from ${describe(source).en} to ${describe(target).en} in the same pool. Inside a pool use a sequence flow.`,
        zh: `${words.zh}在同一泳池内从${describe(source).zh}连到${describe(target).zh}。泳池内部请使用顺序流。`,
        section: '9.4',
      });
    }
  }
};
