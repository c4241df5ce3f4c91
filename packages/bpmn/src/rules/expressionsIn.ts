import { bodyOf, definitionsOf, timerOf } from '../compile/eventDefinitions.ts';
import type { DialectReading } from '../dialects/Dialect.ts';
import { conditionToFeel, stripEquals } from '../dialects/expressions.ts';
import { readDialects } from '../dialects/readDialects.ts';
import type { ModelIndex } from '../ModelIndex.ts';
import { extensions, isA, many, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';

/** An expression of the model, and where it stands. */
export interface WrittenExpression {
  /** what it is named by in a message */
  readonly element: BpmnElement;
  readonly what: { readonly en: string; readonly zh: string };
  /** as the file has it */
  readonly source: string;
  /** null when it is in another language and has no equal in FEEL */
  readonly feel: string | null;
}

type Found = Omit<WrittenExpression, 'element'>;

/** Every expression that running the model evaluates, BPMN's own, ours and those of other vendors, in document order. */
export function expressionsIn(index: ModelIndex): readonly WrittenExpression[] {
  const at = (element: BpmnElement, found: readonly Found[]) => found.map((one) => ({ element, ...one }));
  return [
    ...index.flows.flatMap((flow) => at(flow, bodyAt(flow, 'conditionExpression', 'condition', '条件'))),
    ...index.nodes.flatMap((node) =>
      at(node, [...ofBpmn(node), ...ofOurs(node), ...ofDialects(readDialects(node, index.model.prefixes))]),
    ),
  ];
}

function ofBpmn(node: BpmnElement): readonly Found[] {
  const loop = isA(node, 'bpmn:Activity') ? one(node, 'loopCharacteristics') : undefined;
  const isMultiple = loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics';
  return [
    ...definitionsOf(node).flatMap((definition) => {
      if (definition.$type === 'bpmn:ConditionalEventDefinition')
        return bodyAt(definition, 'condition', 'condition', '条件');
      return definition.$type === 'bpmn:TimerEventDefinition' ? ofTimer(definition) : [];
    }),
    ...(loop && isMultiple ? bodyAt(loop, 'loopCardinality', 'loop cardinality', '实例数量') : []),
    ...(loop && isMultiple ? bodyAt(loop, 'completionCondition', 'completion condition', '完成条件') : []),
    ...(loop && !isMultiple ? bodyAt(loop, 'loopCondition', 'loop condition', '循环条件') : []),
    ...(node.$type === 'bpmn:AdHocSubProcess'
      ? bodyAt(node, 'completionCondition', 'completion condition', '完成条件')
      : []),
    ...(node.$type === 'bpmn:ComplexGateway'
      ? bodyAt(node, 'activationCondition', 'activation condition', '激活条件')
      : []),
  ];
}

function bodyAt(holder: BpmnElement, property: string, en: string, zh: string): readonly Found[] {
  const source = bodyOf(one(holder, property));
  return source === '' ? [] : [{ what: { en, zh }, source, feel: conditionToFeel(source) }];
}

function ofTimer(definition: BpmnElement): readonly Found[] {
  const source = timerOf(definition)?.source ?? '';
  return source.startsWith('=') ? feel('timer', '定时器', source) : [];
}

function ofOurs(node: BpmnElement): readonly Found[] {
  const loop = isA(node, 'bpmn:Activity') ? one(node, 'loopCharacteristics') : undefined;
  const mappings = [...extensions(node, 'dw:Connector'), ...extensions(node, 'dw:Io')].flatMap((holder) => [
    ...many(holder, 'inputs'),
    ...many(holder, 'outputs'),
  ]);
  return [
    ...extensions(node, 'dw:Assignment').flatMap((assignment) =>
      text(assignment, 'rule') === 'expression' ? feel('assignment', '分派规则', text(assignment, 'value')) : [],
    ),
    ...extensions(node, 'dw:Correlation').flatMap((own) => feel('correlation key', '关联键', text(own, 'key'))),
    ...mappings.flatMap((entry) => mapping(text(entry, 'name') ?? '', text(entry, 'value'))),
    ...(loop ? feel('collection', '集合', text(loop, 'dw:collection')) : []),
    ...(loop ? feel('output of each instance', '各实例的输出', text(loop, 'dw:outputItem')) : []),
    ...(node.$type === 'bpmn:AdHocSubProcess'
      ? feel('list of activities to start', '要启动的活动列表', text(node, 'dw:activeElements'))
      : []),
  ];
}

function ofDialects(reading: DialectReading): readonly Found[] {
  const { assignment, connector, script, loop } = reading;
  const mappings = [...(reading.inputs ?? []), ...(reading.outputs ?? []), ...(connector?.inputs ?? [])];
  return [
    ...(assignment?.rule === 'expression' ? feel('assignment', '分派规则', assignment.value) : []),
    ...mappings.flatMap((entry) => ('value' in entry ? mapping(entry.name, entry.value) : [])),
    ...feel('collection', '集合', loop?.collection),
    ...feel('output of each instance', '各实例的输出', loop?.outputItem),
    ...feel('list of activities to start', '要启动的活动列表', reading.activeElements),
    ...feel('script', '脚本', script?.source),
  ];
}

function mapping(name: string, value: string | undefined): readonly Found[] {
  return feel(`mapping "${name}"`, `映射“${name}”`, value);
}

function feel(en: string, zh: string, source: string | null | undefined): readonly Found[] {
  if (source === undefined || source === null) return [];
  return [{ what: { en, zh }, source, feel: stripEquals(source) }];
}
