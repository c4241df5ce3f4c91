import { bodyOf } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import { isA, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** Conditions and defaults on the ways out of gateways and activities (BPMN 2.0.2, 10.6 and 8.4.13). */
export const gatewayFlows: Rule = (context) => {
  const { index, report } = context;
  for (const node of index.nodes) {
    const words = describe(node);
    const flows = index.outgoing(node);
    const fallback =
      'default' in node || isA(node, 'bpmn:Activity') || isA(node, 'bpmn:Gateway') ? defaultOf(node) : undefined;
    if (fallback && !flows.includes(fallback)) {
      report(node, {
        rule: 'default-not-outgoing',
        severity: 'error',
        en: `The default flow of ${words.en} does not start there.`,
        zh: `${words.zh}的默认顺序流并非从该处流出。`,
        section: '8.4.13',
      });
    }
    if (node.$type === 'bpmn:ExclusiveGateway' || node.$type === 'bpmn:InclusiveGateway') {
      if (flows.length > 1) checkSplit(context, node, flows, fallback);
    } else if (node.$type === 'bpmn:ParallelGateway' || node.$type === 'bpmn:EventBasedGateway') {
      for (const flow of flows) {
        if (!isConditional(flow)) continue;
        const events = node.$type === 'bpmn:EventBasedGateway';
        report(flow, {
          rule: events ? 'flow-condition-forbidden' : 'flow-condition-ignored',
          severity: events ? 'error' : 'warning',
          en: `${describe(flow).en} leaves ${words.en}, ${events ? 'where the first event decides, so it cannot have a condition.' : 'where all ways are taken: its condition is ignored.'}`,
          zh: `${describe(flow).zh}从${words.zh}流出，${events ? '该处由最先发生的事件决定走向，不能设置条件。' : '该处所有分支都会执行，其条件会被忽略。'}`,
          section: events ? '10.6.6' : '10.6.4',
        });
      }
    }
  }
};

function checkSplit(
  { report }: RuleContext,
  node: BpmnElement,
  flows: readonly BpmnElement[],
  fallback: BpmnElement | undefined,
): void {
  const words = describe(node);
  for (const flow of flows) {
    if (flow === fallback || isConditional(flow)) continue;
    report(flow, {
      rule: 'flow-condition-missing',
      severity: 'warning',
      en: `${describe(flow).en} leaves ${words.en} without a condition and is not the default, so it is always open.`,
      zh: `${describe(flow).zh}从${words.zh}流出，既无条件也不是默认流，会始终成立。`,
      section: '10.6.2',
    });
  }
  if (!fallback && flows.every(isConditional)) {
    report(node, {
      rule: 'gateway-default-missing',
      severity: 'warning',
      en: `${words.en} has no default way out: if no condition holds, the deal stops there with an incident.`,
      zh: `${words.zh}没有默认出口：如果所有条件都不成立，商机会在此处停住并报异常。`,
      section: '10.6.2',
    });
  }
}

function defaultOf(node: BpmnElement): BpmnElement | undefined {
  return one(node, 'default');
}

function isConditional(flow: BpmnElement): boolean {
  return bodyOf(one(flow, 'conditionExpression')) !== '';
}
