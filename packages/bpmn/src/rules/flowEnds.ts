import { definitionsOf } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import { isEventSubProcess } from '../ModelIndex.ts';
import { flag, isA, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule, RuleContext } from './Rule.ts';

/**
 * Where a scope says how it begins and ends, all of it hangs together: with a start event there is an end event and
 * the other way round, and no other node is without way in or out. Intermediate events never are (BPMN 2.0.2, 10.5.2,
 * 10.5.3, 10.5.4, "Sequence Flow Connections"). A scope without start and end events begins and ends by itself.
 */
export const flowEnds: Rule = (context) => {
  const { index, byTheBook } = context;
  for (const scope of index.scopes) {
    if (scope.$type === 'bpmn:AdHocSubProcess' || !byTheBook(scope)) continue;
    const nodes = index.nodesOf(scope);
    const starts = nodes.some((node) => node.$type === 'bpmn:StartEvent');
    const ends = nodes.some((node) => node.$type === 'bpmn:EndEvent');
    if (starts !== ends) refuseHalf(context, scope, starts);
    for (const node of nodes) {
      const always = node.$type.startsWith('bpmn:Intermediate');
      if ((starts || always) && index.incoming(node).length === 0 && !hasNoWayIn(node)) {
        refuse(
          context,
          node,
          'node-incoming-missing',
          'has no way in: connect it to the step before it',
          '没有流入的顺序流：请与其前一步骤连接',
        );
      }
      if ((ends || always) && index.outgoing(node).length === 0 && !hasNoWayOut(node)) {
        refuse(
          context,
          node,
          'node-outgoing-missing',
          'has no way out: connect it to the next step or an end event',
          '没有流出的顺序流：请与下一步骤或结束事件连接',
        );
      }
    }
  }
};

function refuseHalf(context: RuleContext, scope: BpmnElement, starts: boolean): void {
  if (starts) {
    refuse(
      context,
      scope,
      'end-event-missing',
      'has a start event and so needs an end event',
      '有开始事件，因此必须有结束事件',
    );
  } else {
    refuse(
      context,
      scope,
      'start-event-missing',
      'has an end event and so needs a start event',
      '有结束事件，因此必须有开始事件',
    );
  }
}

function hasNoWayIn(node: BpmnElement): boolean {
  if (node.$type === 'bpmn:StartEvent' || node.$type === 'bpmn:BoundaryEvent') return true;
  if (node.$type === 'bpmn:IntermediateCatchEvent' && isLink(node)) return true;
  if (node.$type === 'bpmn:ReceiveTask' || node.$type === 'bpmn:EventBasedGateway') return flag(node, 'instantiate');
  return isBesideFlow(node);
}

function hasNoWayOut(node: BpmnElement): boolean {
  // what a boundary event leads to is a rule of its own
  if (node.$type === 'bpmn:EndEvent' || node.$type === 'bpmn:BoundaryEvent') return true;
  if (node.$type === 'bpmn:IntermediateThrowEvent' && isLink(node)) return true;
  return isBesideFlow(node);
}

function isBesideFlow(node: BpmnElement): boolean {
  return isEventSubProcess(node) || (isA(node, 'bpmn:Activity') && flag(node, 'isForCompensation'));
}

function isLink(node: BpmnElement): boolean {
  return definitionsOf(node).some(({ $type }) => $type === 'bpmn:LinkEventDefinition');
}

function refuse({ report }: RuleContext, element: BpmnElement, rule: string, en: string, zh: string): void {
  const words = describe(element);
  report(element, { rule, severity: 'error', en: `${words.en} ${en}.`, zh: `${words.zh}${zh}。`, section: '10.5.2' });
}
