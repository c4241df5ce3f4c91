import { describe } from '../describe.ts';
import { isA, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** What may stand inside a process, a subprocess, an ad-hoc subprocess, a choreography (BPMN 2.0.2, 10.3.5 and 11.4). */
export const scopeContents: Rule = (context) => {
  for (const scope of context.index.scopes) {
    const inside = context.index.nodesOf(scope);
    for (const node of inside) {
      if (isA(node, 'bpmn:ChoreographyActivity')) {
        refuse(
          context,
          node,
          'choreography-in-process',
          'is a step of a choreography and cannot stand in a process',
          '是编排的步骤，不能出现在流程中',
        );
      }
    }
    if (scope.$type === 'bpmn:AdHocSubProcess') checkAdHoc(context, scope, inside);
  }
  for (const node of context.index.nodes) {
    const holder = node.$parent?.$type;
    if (holder !== 'bpmn:Choreography' && holder !== 'bpmn:SubChoreography') continue;
    if (!isA(node, 'bpmn:Activity')) continue;
    refuse(
      context,
      node,
      'process-in-choreography',
      'is a step of a process and cannot stand in a choreography',
      '是流程的步骤，不能出现在编排中',
    );
  }
};

function checkAdHoc(context: RuleContext, scope: BpmnElement, inside: readonly BpmnElement[]): void {
  for (const node of inside) {
    if (node.$type !== 'bpmn:StartEvent' && node.$type !== 'bpmn:EndEvent') continue;
    refuse(
      context,
      node,
      'ad-hoc-event',
      'stands in an ad-hoc subprocess, which has neither start nor end events',
      '位于即席子流程中，而即席子流程没有开始和结束事件',
    );
  }
  if (inside.some((node) => isA(node, 'bpmn:Activity'))) return;
  context.report(scope, {
    rule: 'ad-hoc-empty',
    severity: context.byTheBook(scope) ? 'error' : 'warning',
    en: `${describe(scope).en} has nothing to do inside: it needs at least one activity.`,
    zh: `${describe(scope).zh}内没有任何活动：至少需要一个活动。`,
    section: '10.3.5',
  });
}

function refuse({ report }: RuleContext, element: BpmnElement, rule: string, en: string, zh: string): void {
  const words = describe(element);
  report(element, { rule, severity: 'error', en: `${words.en} ${en}.`, zh: `${words.zh}${zh}。`, section: '10.3.5' });
}
