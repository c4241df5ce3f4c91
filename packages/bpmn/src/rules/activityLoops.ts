import { describe } from '../describe.ts';
import { readDialects } from '../dialects/readDialects.ts';
import { isA, many, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Problem } from '../Problem.ts';
import { isCollection, isItemOf, itemDefinitionOf } from './itemDefinition.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** Loop and multi-instance markers (BPMN 2.0.2, 10.3.8) and token quantities (10.3). */
export const activityLoops: Rule = (context) => {
  for (const activity of context.index.nodes) {
    if (!isA(activity, 'bpmn:Activity')) continue;
    checkQuantities(context, activity);
    const loop = one(activity, 'loopCharacteristics');
    if (loop?.$type === 'bpmn:StandardLoopCharacteristics') checkMaximum(context, activity, loop);
    if (loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics') {
      checkCount(context, activity, loop);
      checkData(context, activity, loop);
      checkBehavior(context, activity, loop);
    }
  }
};

function checkQuantities(context: RuleContext, activity: BpmnElement): void {
  for (const name of ['startQuantity', 'completionQuantity']) {
    const quantity: unknown = activity.get(name);
    if (typeof quantity !== 'number' || quantity >= 1) continue;
    refuse(
      context,
      activity,
      'token-quantity',
      `has a ${name} of ${quantity}; it must be at least 1`,
      `的 ${name} 为 ${quantity}；至少应为 1`,
    );
  }
}

function checkMaximum(context: RuleContext, activity: BpmnElement, loop: BpmnElement): void {
  const maximum: unknown = loop.get('loopMaximum');
  if (typeof maximum !== 'number' || maximum >= 0) return;
  refuse(
    context,
    activity,
    'loop-maximum',
    `repeats at most ${maximum} times; the number must not be negative`,
    `最多重复 ${maximum} 次；次数不能为负`,
  );
}

function checkCount(context: RuleContext, activity: BpmnElement, loop: BpmnElement): void {
  const cardinality = one(loop, 'loopCardinality');
  const input = one(loop, 'loopDataInputRef');
  if (cardinality && input) {
    refuse(
      context,
      activity,
      'multi-instance-both',
      'says both how many instances there are and which collection they come from; one of them decides',
      '同时设置了实例数量和集合；只能由其中之一决定',
    );
  }
  if (cardinality || input || text(loop, 'dw:collection') !== undefined) return;
  if (readDialects(activity, context.index.model.prefixes).loop !== undefined) return;
  context.report(activity, {
    rule: 'multi-instance-count-missing',
    severity: context.needed(activity),
    en: `${describe(activity).en} is done several times, but neither a number nor a collection says how often.`,
    zh: `${describe(activity).zh}要执行多次，但没有设置次数或集合。`,
    section: '10.3.8',
  });
}

/** What is looped over must be a collection of the activity's own data; one instance has one item of it. */
function checkData(context: RuleContext, activity: BpmnElement, loop: BpmnElement): void {
  for (const [reference, item] of [
    ['loopDataInputRef', 'inputDataItem'],
    ['loopDataOutputRef', 'outputDataItem'],
  ] as const) {
    const collection = one(loop, reference);
    const each = one(loop, item);
    const definition = itemDefinitionOf(collection);
    if (collection && isSingle(collection, definition, context.byTheBook(activity))) {
      refuse(
        context,
        activity,
        'loop-data-not-collection',
        `loops over ${describe(collection).en}, which is not a collection`,
        `遍历的${describe(collection).zh}不是集合`,
      );
    }
    if (collection && each && !isItemOf(itemDefinitionOf(each), definition)) {
      refuse(
        context,
        activity,
        'loop-data-item-type',
        `gives each instance an item of another structure than that of ${describe(collection).en}`,
        `分给每个实例的数据项与${describe(collection).zh}的结构不同`,
        context.byTheBook(activity) ? 'error' : 'warning',
      );
    }
    if (each && !collection && context.byTheBook(activity)) {
      refuse(
        context,
        activity,
        'loop-data-item-lost',
        `has an item for each instance, but no "${reference}" says which collection it belongs to`,
        `为每个实例设置了数据项，但没有用“${reference}”指明所属集合`,
      );
    }
  }
}

/** Data that is said to be one item; where nothing is said, the letter holds: "not a collection" is the default. */
function isSingle(data: BpmnElement, definition: BpmnElement | undefined, byTheBook: boolean): boolean {
  if (isCollection(data)) return false;
  if (definition) return !isCollection(definition);
  return byTheBook && (data.$type === 'bpmn:DataInput' || data.$type === 'bpmn:DataOutput');
}

function checkBehavior(context: RuleContext, activity: BpmnElement, loop: BpmnElement): void {
  const behavior = text(loop, 'behavior') ?? 'All';
  const needs = { None: 'noneBehaviorEventRef', One: 'oneBehaviorEventRef' }[behavior];
  const missing =
    needs === undefined
      ? behavior === 'Complex' && many(loop, 'complexBehaviorDefinition').length === 0
      : !one(loop, needs);
  if (!missing) return;
  const part = needs ?? 'complexBehaviorDefinition';
  context.report(activity, {
    rule: 'multi-instance-behavior-event',
    severity: context.byTheBook(activity) ? 'error' : 'warning',
    en: `${describe(activity).en} throws an event by behavior "${behavior}", but "${part}" does not say which.`,
    zh: `${describe(activity).zh}的 behavior 为“${behavior}”，会抛出事件，但没有用“${part}”指明。`,
    section: '10.3.8',
  });
}

function refuse(
  { report }: RuleContext,
  activity: BpmnElement,
  rule: string,
  en: string,
  zh: string,
  severity: Problem['severity'] = 'error',
): void {
  const words = describe(activity);
  report(activity, { rule, severity, en: `${words.en} ${en}.`, zh: `${words.zh}${zh}。`, section: '10.3.8' });
}
