import { describe } from '../describe.ts';
import { isA, one } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** Gateways that decide by conditions; for the others see `gatewayFlows`. */
const DECIDING = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway']);

/** Where a condition on a flow means something, and what an executable process may not leave open (BPMN 2.0.2, 8.4.13). */
export const conditionalFlows: Rule = ({ index, report, byTheBook }) => {
  for (const flow of index.flows) {
    if (!byTheBook(flow)) continue;
    const words = describe(flow);
    if (flow.get('isImmediate') === false) {
      report(flow, {
        rule: 'flow-not-immediate',
        severity: 'error',
        en: `${words.en} says isImmediate="false": in an executable process nothing may happen between its ends.`,
        zh: `${words.zh}设置了 isImmediate="false"：在可执行流程中，其两端之间不能发生其他步骤。`,
        section: '8.4.13',
      });
    }
    const source = one(flow, 'sourceRef');
    if (!source || !one(flow, 'conditionExpression')) continue;
    const from = describe(source);
    if (isA(source, 'bpmn:Activity')) {
      if (index.outgoing(source).length > 1) continue;
      report(flow, {
        rule: 'flow-condition-alone',
        severity: 'error',
        en: `${words.en} is the only way out of ${from.en} and has a condition: there must be another way for when it does not hold.`,
        zh: `${words.zh}是离开${from.zh}的唯一顺序流，却带有条件：必须另有一条顺序流供条件不成立时使用。`,
        section: '8.4.13',
      });
    } else if (!DECIDING.has(source.$type) && !isA(source, 'bpmn:Gateway')) {
      report(flow, {
        rule: 'flow-condition-source',
        severity: 'error',
        en: `${words.en} has a condition, but leaves ${from.en}, where nothing is decided.`,
        zh: `${words.zh}带有条件，但其起点${from.zh}不作任何判断。`,
        section: '8.4.13',
      });
    } else if (one(source, 'default') === flow) {
      report(flow, {
        rule: 'flow-default-condition',
        severity: 'error',
        en: `${words.en} is the default way out of ${from.en} and so has no condition.`,
        zh: `${words.zh}是${from.zh}的默认顺序流，不能带条件。`,
        section: '8.4.13',
      });
    }
  }
};
