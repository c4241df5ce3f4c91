import { definitionsOf } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import { flag, isA, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** Compensation stands outside the normal flow: a boundary event and its one activity (BPMN 2.0.2, 10.7.1 and 13.5.5). */
export const compensation: Rule = (context) => {
  const handlers = handlersByEvent(context);
  for (const node of context.index.nodes) {
    if (isA(node, 'bpmn:Activity') && flag(node, 'isForCompensation')) checkHandler(context, node);
    const compensates = definitionsOf(node).some(({ $type }) => $type === 'bpmn:CompensateEventDefinition');
    if (compensates && node.$type === 'bpmn:BoundaryEvent') checkBoundary(context, node, handlers.get(node) ?? []);
    for (const definition of definitionsOf(node)) {
      if (definition.$type === 'bpmn:CompensateEventDefinition') checkActivity(context, node, definition);
    }
  }
};

/** What the associations from each boundary event lead to: the compensation activity, where it is done right. */
function handlersByEvent({ index }: RuleContext): ReadonlyMap<BpmnElement, readonly BpmnElement[]> {
  const found = new Map<BpmnElement, BpmnElement[]>();
  for (const association of index.elements) {
    if (association.$type !== 'bpmn:Association') continue;
    const [source, target] = [one(association, 'sourceRef'), one(association, 'targetRef')];
    if (source?.$type !== 'bpmn:BoundaryEvent' || !target || !isA(target, 'bpmn:Activity')) continue;
    found.set(source, [...(found.get(source) ?? []), target]);
  }
  return found;
}

function checkBoundary(context: RuleContext, event: BpmnElement, handlers: readonly BpmnElement[]): void {
  if (context.index.outgoing(event).length > 0) {
    refuse(
      context,
      event,
      'compensation-outgoing',
      'starts compensation and so has no outgoing sequence flow: connect its activity by an association',
      '用于触发补偿，不能有流出的顺序流：请用关联连接补偿活动',
    );
  }
  if (event.get('cancelActivity') === false) {
    refuse(
      context,
      event,
      'compensation-interrupting',
      'starts compensation, which happens after the activity has completed: "does not interrupt" is not possible there',
      '用于触发补偿，而补偿在活动完成之后进行：不能设为“非中断”',
    );
  }
  if (handlers.length > 1) {
    refuse(
      context,
      event,
      'compensation-activities',
      `leads to ${handlers.length} activities by associations; it may lead to one`,
      `通过关联连到了 ${handlers.length} 个活动；只能连到一个`,
    );
  } else if (handlers.length === 0) {
    context.report(event, {
      rule: 'compensation-activity-missing',
      severity: context.byTheBook(event) ? 'error' : 'warning',
      en: `${describe(event).en} has no compensation activity: connect one by an association.`,
      zh: `${describe(event).zh}没有补偿活动：请用关联连接一个。`,
      section: '10.7.1',
    });
  }
  for (const handler of handlers) {
    if (flag(handler, 'isForCompensation') && handler.$parent === event.$parent) continue;
    refuse(
      context,
      event,
      'compensation-activity-kind',
      `leads to ${describe(handler).en}, which is not a compensation activity of the same scope`,
      `连到了${describe(handler).zh}，它不是同一范围内的补偿活动`,
    );
  }
}

function checkHandler(context: RuleContext, activity: BpmnElement): void {
  if (context.index.incoming(activity).length + context.index.outgoing(activity).length === 0) return;
  refuse(
    context,
    activity,
    'compensation-activity-flow',
    'is for compensation: no sequence flow may enter or leave it',
    '用于补偿：不能有顺序流进入或离开',
  );
}

/** Compensation is thrown for an activity that can be seen from there: not one of another process. */
function checkActivity(context: RuleContext, node: BpmnElement, definition: BpmnElement): void {
  const activity = one(definition, 'activityRef');
  if (!activity || !isA(activity, 'bpmn:Activity')) return;
  if (!flag(activity, 'isForCompensation')) return;
  refuse(
    context,
    node,
    'compensation-of-compensation',
    `compensates ${describe(activity).en}, which is itself for compensation`,
    `要补偿的${describe(activity).zh}本身就是补偿活动`,
  );
}

function refuse({ report }: RuleContext, element: BpmnElement, rule: string, en: string, zh: string): void {
  const words = describe(element);
  report(element, { rule, severity: 'error', en: `${words.en} ${en}.`, zh: `${words.zh}${zh}。`, section: '10.7.1' });
}
