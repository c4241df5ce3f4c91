import { describe } from '../describe.ts';
import { many, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule, RuleContext } from './Rule.ts';

interface Side {
  readonly data: string;
  readonly sets: string;
  readonly refs: string;
  readonly extra: readonly string[];
  readonly partners: string;
  readonly back: string;
  readonly en: string;
  readonly zh: string;
}

const SIDES: readonly Side[] = [
  {
    data: 'dataInputs',
    sets: 'inputSets',
    refs: 'dataInputRefs',
    extra: ['optionalInputRefs', 'whileExecutingInputRefs'],
    partners: 'outputSetRefs',
    back: 'inputSetRefs',
    en: 'input',
    zh: '输入',
  },
  {
    data: 'dataOutputs',
    sets: 'outputSets',
    refs: 'dataOutputRefs',
    extra: ['optionalOutputRefs', 'whileExecutingOutputRefs'],
    partners: 'inputSetRefs',
    back: 'outputSetRefs',
    en: 'output',
    zh: '输出',
  },
];

/** Inputs, outputs and their sets (BPMN 2.0.2, 10.4.1, "Data Inputs and Outputs"). */
export const ioSpecifications: Rule = (context) => {
  for (const element of context.index.elements) {
    if (element.$type === 'bpmn:InputOutputSpecification') {
      for (const side of SIDES) {
        checkSide(context, element, side, many(element, side.data), many(element, side.sets));
      }
    }
    const eventSide = eventSideOf(element);
    if (eventSide) {
      const set = one(element, eventSide === SIDES[0] ? 'inputSet' : 'outputSet');
      checkSide(context, element, eventSide, many(element, eventSide.data), set ? [set] : []);
    }
    if (element.$instanceOf('bpmn:SubProcess') && one(element, 'ioSpecification')) {
      context.report(element, {
        rule: 'subprocess-io',
        severity: 'error',
        en: `${describe(element).en} declares inputs or outputs; a subprocess reads and writes the data around it directly.`,
        zh: `${describe(element).zh}声明了输入或输出；子流程应直接读写其外部数据。`,
        section: '10.4.1',
      });
    }
  }
};

function eventSideOf(element: BpmnElement): Side | undefined {
  if (element.$instanceOf('bpmn:ThrowEvent')) return SIDES[0];
  return element.$instanceOf('bpmn:CatchEvent') ? SIDES[1] : undefined;
}

function checkSide(
  { report }: RuleContext,
  holder: BpmnElement,
  side: Side,
  declared: readonly BpmnElement[],
  sets: readonly BpmnElement[],
): void {
  const own = new Set(declared);
  const used = new Set<BpmnElement>();
  for (const set of sets) {
    const inSet = new Set(many(set, side.refs));
    for (const data of inSet) {
      used.add(data);
      if (!own.has(data)) foreign(data);
    }
    for (const name of side.extra) {
      for (const data of many(set, name)) {
        if (inSet.has(data)) continue;
        report(set, {
          rule: 'io-set-not-subset',
          severity: 'error',
          en: `${describe(data).en} is listed by "${name}" of a set that it does not belong to; list it under "${side.refs}" too.`,
          zh: `${describe(data).zh}列在集合的“${name}”中，但不属于该集合；请同时列入“${side.refs}”。`,
          section: '10.4.1',
        });
      }
    }
    for (const partner of many(set, side.partners)) {
      if (many(partner, side.back).includes(set)) continue;
      report(set, {
        rule: 'io-set-one-sided',
        severity: 'error',
        en: `A set of ${side.en}s of ${describe(holder).en} refers to a set that does not refer back to it.`,
        zh: `${describe(holder).zh}的一个${side.zh}集合所引用的集合没有反向引用它。`,
        section: '10.4.1',
      });
    }
  }
  for (const data of declared) {
    if (used.has(data)) continue;
    report(data, {
      rule: 'io-not-in-set',
      severity: 'error',
      en: `${describe(data).en} is in no set of ${side.en}s; every ${side.en} belongs to at least one.`,
      zh: `${describe(data).zh}不在任何${side.zh}集合中；每个${side.zh}至少属于一个集合。`,
      section: '10.4.1',
    });
  }

  function foreign(data: BpmnElement): void {
    report(holder, {
      rule: 'io-set-foreign',
      severity: 'error',
      en: `A set of ${side.en}s of ${describe(holder).en} lists ${describe(data).en}, which is declared elsewhere.`,
      zh: `${describe(holder).zh}的${side.zh}集合包含了在别处声明的${describe(data).zh}。`,
      section: '10.4.1',
    });
  }
}
