import type { Problem } from '../Problem.ts';
import { MODEL_NAMESPACE, type StartTag, type XmlTag } from './XmlTag.ts';

const BOOLEANS: readonly string[] = [
  'cancelActivity',
  'cancelRemainingInstances',
  'instantiate',
  'isClosed',
  'isCollection',
  'isExecutable',
  'isForCompensation',
  'isImmediate',
  'isInterrupting',
  'isRequired',
  'isSequential',
  'isUnlimited',
  'mustUnderstand',
  'parallelMultiple',
  'testBefore',
  'triggeredByEvent',
  'waitForCompletion',
];
const INTEGERS: readonly string[] = ['capacity', 'completionQuantity', 'maximum', 'minimum', 'startQuantity'];
const WORDS: readonly (readonly [name: string, words: readonly string[]])[] = [
  ['associationDirection', ['None', 'One', 'Both']],
  ['behavior', ['None', 'One', 'All', 'Complex']],
  ['eventGatewayType', ['Exclusive', 'Parallel']],
  ['gatewayDirection', ['Unspecified', 'Converging', 'Diverging', 'Mixed']],
  ['itemKind', ['Information', 'Physical']],
  ['loopType', ['None', 'Standard', 'MultiInstanceSequential', 'MultiInstanceParallel']],
  ['ordering', ['Parallel', 'Sequential']],
  ['processType', ['None', 'Public', 'Private']],
];

interface Wanted {
  fits(value: string): boolean;
  readonly en: string;
  readonly zh: string;
}

const TRUTH: Wanted = { fits: (value) => /^(?:true|false|0|1)$/.test(value), en: 'true or false', zh: 'true 或 false' };
const WHOLE: Wanted = { fits: (value) => /^[+-]?\d+$/.test(value), en: 'a whole number', zh: '整数' };

/** What the value of an attribute must be, by the attribute's name; all others may be anything. */
const WANTED: ReadonlyMap<string, Wanted> = new Map([
  ...BOOLEANS.map((name) => [name, TRUTH] as const),
  ...INTEGERS.map((name) => [name, WHOLE] as const),
  ...WORDS.map(([name, words]) => [name, oneOf(words)] as const),
]);

function oneOf(words: readonly string[]): Wanted {
  const fits = (value: string): boolean => words.includes(value);
  return { fits, en: `one of ${words.join(', ')}`, zh: `以下之一：${words.join('、')}` };
}

/** Children of which an element has one at most, wherever they stand; those of one group count together. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ...[
    'activationCondition',
    'auditing',
    'childLaneSet',
    'completionCondition',
    'condition',
    'conditionExpression',
    'dataPath',
    'dataState',
    'extensionElements',
    'from',
    'inMessageRef',
    'innerParticipantRef',
    'inputDataItem',
    'ioSpecification',
    'loopCardinality',
    'loopCondition',
    'loopDataInputRef',
    'loopDataOutputRef',
    'messagePath',
    'monitoring',
    'operationRef',
    'outMessageRef',
    'outerParticipantRef',
    'outputDataItem',
    'participantMultiplicity',
    'partitionElement',
    'resourceAssignmentExpression',
    'resourceRef',
    'script',
    'targetRef',
    'text',
    'to',
    'transformation',
  ].map((name) => [name, name] as const),
  ['standardLoopCharacteristics', 'loop marker'],
  ['multiInstanceLoopCharacteristics', 'loop marker'],
]);

/** Enough for a person; a hostile file has hundreds of thousands. */
const MOST = 200;

interface Open {
  readonly name: string;
  readonly id: string | null;
  /** how often each single child or group was seen; made when the first is */
  seen: Map<string, number> | null;
}

/**
 * Checks tags as they pass for what the model's reader forgives and BPMN's XML schema does not: a value that is no
 * truth value, number or word of the list, and a second one of what there is one at most, of which the reader would
 * quietly keep the last (BPMN 2.0.2, 15.3, Semantic.xsd).
 */
export function schemaCheck(): { readonly visit: (tag: XmlTag) => void; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const stack: Open[] = [];
  const visit = (tag: XmlTag): void => {
    if (tag.kind === 'close') {
      stack.pop();
      return;
    }
    const own = tag.namespace === MODEL_NAMESPACE;
    const parent = stack.at(-1);
    const id = tag.id ?? parent?.id ?? null;
    const checks = own && problems.length < MOST;
    if (checks) checkAttributes(tag, id, problems);
    const group = checks ? SINGLE.get(tag.name) : undefined;
    if (parent && group !== undefined) {
      parent.seen ??= new Map();
      const count = (parent.seen.get(group) ?? 0) + 1;
      parent.seen.set(group, count);
      if (count === 2) problems.push(twice(tag, parent, group));
    }
    if (tag.kind === 'open') stack.push({ name: tag.name, id, seen: null });
  };
  return { visit, problems };
}

function checkAttributes(tag: StartTag, elementId: string | null, problems: Problem[]): void {
  for (const { name, value } of tag.attributes) {
    const wanted = WANTED.get(name);
    if (!wanted || wanted.fits(value.trim())) continue;
    problems.push({
      rule: 'attribute-value',
      severity: 'error',
      elementId,
      line: tag.line,
      message: {
        en: `"${value}" is no value for "${name}" of <${tag.name}> (line ${tag.line}); it is ${wanted.en}.`,
        zh: `“${value}”不是 <${tag.name}>（第 ${tag.line} 行）的“${name}”的有效值；应为${wanted.zh}。`,
      },
      section: '15.3',
    });
  }
}

function twice(tag: StartTag, parent: Open, group: string): Problem {
  return {
    rule: 'child-twice',
    severity: 'error',
    elementId: parent.id,
    line: tag.line,
    message: {
      en: `<${parent.name}> has a second ${group === tag.name ? `<${group}>` : group} (line ${tag.line}); there can be one.`,
      zh: `<${parent.name}> 有第二个${group === tag.name ? ` <${group}>` : '循环标记'}（第 ${tag.line} 行）；只能有一个。`,
    },
    section: '15.3',
  };
}
