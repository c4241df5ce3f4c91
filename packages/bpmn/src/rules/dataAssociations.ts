import { describe } from '../describe.ts';
import { isA, many, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Problem } from '../Problem.ts';
import { isEquivalent, itemDefinitionOf } from './itemDefinition.ts';
import type { Rule, RuleContext } from './Rule.ts';

/** From where to where data is copied (BPMN 2.0.2, 10.4.1, "Data Associations"). */
export const dataAssociations: Rule = (context) => {
  for (const association of context.index.elements) {
    if (association.$type === 'bpmn:DataInputAssociation') checkInput(context, association);
    if (association.$type === 'bpmn:DataOutputAssociation') checkOutput(context, association);
    if (isA(association, 'bpmn:DataAssociation')) checkCopy(context, association);
  }
};

function checkInput(context: RuleContext, association: BpmnElement): void {
  const target = one(association, 'targetRef');
  const holder = association.$parent;
  if (target && holder && !isOwn(target, holder, 'dataInputs') && !isLoopData(target, holder)) {
    refuse(
      context,
      association,
      'data-association-target',
      `brings data to ${describe(target).en}; it must lead to a data input of the element that holds it`,
      `把数据传给了${describe(target).zh}；其目标必须是所属元素的数据输入`,
    );
  }
  for (const source of many(association, 'sourceRef')) {
    if (!isOutputOfProcess(source)) continue;
    refuse(
      context,
      association,
      'data-output-read',
      `reads ${describe(source).en}, an output of the process; a process's outputs are only written`,
      `读取了流程的输出${describe(source).zh}；流程的输出只能写入`,
    );
  }
}

function checkOutput(context: RuleContext, association: BpmnElement): void {
  const target = one(association, 'targetRef');
  const holder = association.$parent;
  for (const source of many(association, 'sourceRef')) {
    if (!holder || isOwn(source, holder, 'dataOutputs') || isLoopData(source, holder)) continue;
    refuse(
      context,
      association,
      'data-association-source',
      `takes data from ${describe(source).en}; it must come from a data output of the element that holds it`,
      `从${describe(source).zh}取数据；其来源必须是所属元素的数据输出`,
    );
  }
  if (!target || target.$type !== 'bpmn:DataInput' || !isOfCallable(target)) return;
  refuse(
    context,
    association,
    'data-input-written',
    `writes ${describe(target).en}, an input of the process; a process's inputs are only read`,
    `写入了流程的输入${describe(target).zh}；流程的输入只能读取`,
  );
}

/** Without a transformation or assignment data is copied as it is: from one source, of the same structure. */
function checkCopy(context: RuleContext, association: BpmnElement): void {
  const sources = many(association, 'sourceRef');
  const [source] = sources;
  const target = one(association, 'targetRef');
  if (one(association, 'transformation') || many(association, 'assignment').length > 0) return;
  if (sources.length > 1) {
    refuse(
      context,
      association,
      'data-association-sources',
      `has ${sources.length} sources and no transformation that makes one of them`,
      `有 ${sources.length} 个来源，但没有将其合并的转换`,
    );
  }
  const [from, to] = [itemDefinitionOf(source), itemDefinitionOf(target)];
  if (sources.length !== 1 || !source || !target || !from || !to || isEquivalent(from, to)) return;
  refuse(
    context,
    association,
    'data-association-types',
    `copies ${describe(source).en} to ${describe(target).en}, whose structure differs, without a transformation`,
    `将${describe(source).zh}复制到结构不同的${describe(target).zh}，但没有设置转换`,
    context.byTheBook(association) ? 'error' : 'warning',
  );
}

function refuse(
  { report }: RuleContext,
  association: BpmnElement,
  rule: string,
  en: string,
  zh: string,
  severity: Problem['severity'] = 'error',
): void {
  const holder = association.$parent ?? association;
  report(association, {
    rule,
    severity,
    en: `A data association of ${describe(holder).en} ${en}.`,
    zh: `${describe(holder).zh}的数据关联${zh}。`,
    section: '10.4.1',
  });
}

/** Declared by the event itself, or by the activity's input/output specification. */
function isOwn(data: BpmnElement, holder: BpmnElement, list: 'dataInputs' | 'dataOutputs'): boolean {
  if (holder.$instanceOf('bpmn:Event')) return data.$parent === holder && many(holder, list).includes(data);
  const specification = one(holder, 'ioSpecification');
  return specification !== undefined && data.$parent === specification && many(specification, list).includes(data);
}

function isLoopData(data: BpmnElement, holder: BpmnElement): boolean {
  return data.$parent !== undefined && data.$parent === loopOf(holder);
}

function loopOf(holder: BpmnElement): BpmnElement | undefined {
  return holder.$instanceOf('bpmn:Activity') ? one(holder, 'loopCharacteristics') : undefined;
}

function isOutputOfProcess(data: BpmnElement): boolean {
  return data.$type === 'bpmn:DataOutput' && isOfCallable(data);
}

function isOfCallable(data: BpmnElement): boolean {
  return data.$parent?.$parent?.$instanceOf('bpmn:CallableElement') === true;
}
