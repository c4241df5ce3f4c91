import { juelToFeel } from '@dealwright/bpmn';
import { excerpt } from '../excerpt.ts';
import { childOf, childrenOf, textOf, type DmnElement } from './DmnElement.ts';
import {
  AGGREGATORS,
  HIT_POLICIES,
  type Boxed,
  type DecisionTable,
  type TableInput,
  type TableOutput,
  type Variable,
} from './DecisionModel.ts';
import { problem, type DecisionProblem } from './DecisionProblem.ts';
import type { FeelType } from './FeelType.ts';
import type { Types } from './readTypes.ts';

/** Where a boxed expression stands, and where what is wrong with it is noted. */
export interface Reading {
  readonly id: string;
  readonly name: string;
  readonly types: Types;
  /** the language of the file's expressions, where it says one */
  readonly language: string | undefined;
  readonly problems: DecisionProblem[];
}

/** Reads a boxed expression (DMN 1.3, 7.3 and 10.2) into plain data; null, with a problem, for what can't be evaluated. */
export function readBoxed(element: DmnElement | undefined, reading: Reading): Boxed | null {
  const kind = element?.$type.replace(/^\w+:/, '');
  if (!element || kind === undefined) {
    note(
      reading,
      'decision-logic-missing',
      'has no logic: a table or an expression',
      '没有决策逻辑：需要决策表或表达式',
      '6.3.7',
    );
    return null;
  }
  switch (kind) {
    case 'LiteralExpression':
      return { kind: 'literal', text: feelOf(element, reading), type: typeOf(element, reading) };
    case 'DecisionTable':
      return readTable(element, reading);
    case 'Context':
      return {
        kind: 'context',
        entries: childrenOf(element, 'contextEntry').flatMap((entry) => {
          const value = readBoxed(childOf(entry, 'value'), reading);
          return value ? [{ name: textOf(childOf(entry, 'variable'), 'name') ?? null, value }] : [];
        }),
      };
    case 'List':
      return { kind: 'list', elements: boxes(childrenOf(element, 'elements'), reading) };
    case 'Relation':
      return {
        kind: 'relation',
        columns: childrenOf(element, 'column').map((column) => textOf(column, 'name') ?? ''),
        rows: childrenOf(element, 'row').map((row) => boxes(childrenOf(row, 'elements'), reading)),
      };
    case 'Invocation':
      return readInvocation(element, reading);
    case 'FunctionDefinition':
      return readFunction(element, reading);
    default:
      note(
        reading,
        'decision-logic-unknown',
        `is drawn as a ${kind}, which can't be evaluated`,
        `使用了 ${kind}，无法求值`,
        '7.3',
      );
      return null;
  }
}

function boxes(elements: readonly DmnElement[], reading: Reading): Boxed[] {
  return elements.flatMap((element) => readBoxed(element, reading) ?? []);
}

function readInvocation(element: DmnElement, reading: Reading): Boxed {
  return {
    kind: 'invocation',
    called: feelOf(childOf(element, 'calledFunction'), reading),
    bindings: childrenOf(element, 'binding').flatMap((binding) => {
      const value = readBoxed(childOf(binding, 'bindingFormula'), reading);
      const name = textOf(childOf(binding, 'parameter'), 'name');
      return value && name !== undefined ? [{ name, value }] : [];
    }),
  };
}

/** A function in FEEL; Java and PMML ones have no place here. */
export function readFunction(element: DmnElement, reading: Reading): Extract<Boxed, { kind: 'function' }> | null {
  const language = textOf(element, 'kind') ?? 'FEEL';
  if (language !== 'FEEL') {
    note(
      reading,
      'function-kind',
      `is a function in ${language}; only FEEL can be evaluated`,
      `是 ${language} 函数，只能使用 FEEL`,
      '10.3.2.13.3',
    );
    return null;
  }
  const body = readBoxed(childOf(element, 'body'), reading);
  return (
    body && {
      kind: 'function',
      parameters: childrenOf(element, 'formalParameter').map((one) => variableOf(one, reading)),
      body,
    }
  );
}

/** A named item and its type (DMN 1.3, 7.3.4). */
export function variableOf(element: DmnElement, reading: Reading): Variable {
  return { name: textOf(element, 'name') ?? '', type: typeOf(element, reading) };
}

function readTable(element: DmnElement, reading: Reading): DecisionTable | null {
  const policy = textOf(element, 'hitPolicy') ?? 'UNIQUE';
  const hitPolicy = HIT_POLICIES.find((one) => one === policy);
  const wanted = textOf(element, 'aggregation');
  const aggregation = AGGREGATORS.find((one) => one === wanted) ?? null;
  if (!hitPolicy) {
    note(
      reading,
      'hit-policy-unknown',
      `has the unknown hit policy "${policy}"`,
      `的命中策略“${policy}”无效`,
      '8.2.10',
    );
    return null;
  }
  if (wanted !== undefined && (aggregation === null || hitPolicy !== 'COLLECT')) {
    note(
      reading,
      'aggregation-misplaced',
      `aggregates by "${wanted}" under the hit policy ${hitPolicy}; only COLLECT aggregates, by SUM, COUNT, MIN or MAX`,
      `在命中策略 ${hitPolicy} 下使用了聚合“${wanted}”；只有 COLLECT 可以按 SUM、COUNT、MIN、MAX 聚合`,
      '8.2.10',
    );
  }
  return {
    kind: 'table',
    hitPolicy,
    aggregation,
    inputs: childrenOf(element, 'input').map((input) => readInput(input, reading)),
    outputs: childrenOf(element, 'output').map((output) => readOutput(output, reading)),
    rules: childrenOf(element, 'rule').map((rule) => ({
      id: textOf(rule, 'id') ?? null,
      tests: childrenOf(rule, 'inputEntry').map((entry) => feelOf(entry, reading)),
      results: childrenOf(rule, 'outputEntry').map((entry) => feelOf(entry, reading)),
    })),
  };
}

function readInput(element: DmnElement, reading: Reading): TableInput {
  const expression = childOf(element, 'inputExpression');
  const text = feelOf(expression, reading);
  return {
    label: textOf(element, 'label') ?? text,
    expression: text,
    type: expression ? typeOf(expression, reading) : null,
    allowed: feelOf(childOf(element, 'inputValues'), reading) || null,
  };
}

function readOutput(element: DmnElement, reading: Reading): TableOutput {
  return {
    name: textOf(element, 'name') ?? '',
    type: typeOf(element, reading),
    values: feelOf(childOf(element, 'outputValues'), reading) || null,
    fallback: feelOf(childOf(element, 'defaultOutputEntry'), reading) || null,
  };
}

/** Null when no type is said; one that does not exist is noted (7.3.3). */
function typeOf(element: DmnElement, reading: Reading): FeelType | null {
  const name = textOf(element, 'typeRef');
  if (name === undefined) return null;
  const type = reading.types(name);
  if (!type) note(reading, 'type-unknown', `uses the unknown type "${name}"`, `使用了不存在的类型“${name}”`, '7.3.3');
  return type;
}

/** FEEL in each version, by its name or address; the default of a file and of a cell (DMN 1.3, 6.3.2 and 7.3.1). */
const FEEL = /^(?:s-)?feel$|\/spec\/(?:DMN\/\d+\/)?FEEL\b/i;

/** An expression's or a cell's text. One in JUEL, as older models have it, is translated; any other language is noted. */
function feelOf(element: DmnElement | undefined, reading: Reading): string {
  const language = textOf(element, 'expressionLanguage') ?? reading.language;
  const text = textOf(element, 'text') ?? '';
  if (language === undefined || FEEL.test(language) || text === '' || text === '-') return text;
  const translated = /^juel$/i.test(language) ? juelToFeel(/^[$#]\{/.test(text) ? text : `\${${text}}`) : null;
  if (translated !== null) return translated;
  note(
    reading,
    'expression-language',
    `has an expression in "${language}" that has no equal in FEEL: "${excerpt(text, 60)}"`,
    `使用了无法转换为 FEEL 的“${language}”表达式：“${excerpt(text, 60)}”`,
    '7.3.1',
  );
  return text;
}

/** The same thing in many cells is said once. */
function note({ id, name, problems }: Reading, rule: string, en: string, zh: string, section: string): void {
  if (problems.some((one) => one.rule === rule && one.elementId === id && one.message.en.includes(en))) return;
  problems.push(problem(rule, id, `Decision "${name}" ${en}.`, `决策“${name}”${zh}。`, section));
}
