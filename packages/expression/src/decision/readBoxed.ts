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
import { splitTests } from './splitTests.ts';

/** Where a boxed expression stands, and where what is wrong with it is noted. */
export interface Reading {
  readonly id: string;
  readonly name: string;
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
      return { kind: 'literal', text: textOf(element, 'text') ?? '', type: typeOf(element) };
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
    called: textOf(childOf(element, 'calledFunction'), 'text') ?? '',
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
  return body && { kind: 'function', parameters: childrenOf(element, 'formalParameter').map(variableOf), body };
}

/** A named item and its type. */
export function variableOf(element: DmnElement): Variable {
  return { name: textOf(element, 'name') ?? '', type: typeOf(element) };
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
    inputs: childrenOf(element, 'input').map(readInput),
    outputs: childrenOf(element, 'output').map((output) => readOutput(output)),
    rules: childrenOf(element, 'rule').map((rule) => ({
      tests: childrenOf(rule, 'inputEntry').map((entry) => textOf(entry, 'text') ?? ''),
      results: childrenOf(rule, 'outputEntry').map((entry) => textOf(entry, 'text') ?? ''),
    })),
  };
}

function readInput(element: DmnElement): TableInput {
  const expression = childOf(element, 'inputExpression');
  const text = textOf(expression, 'text') ?? '';
  return {
    label: textOf(element, 'label') ?? text,
    expression: text,
    type: expression ? typeOf(expression) : null,
    allowed: textOf(childOf(element, 'inputValues'), 'text') ?? null,
  };
}

function readOutput(element: DmnElement): TableOutput {
  const values = textOf(childOf(element, 'outputValues'), 'text');
  return {
    name: textOf(element, 'name') ?? '',
    type: typeOf(element),
    values: values === undefined ? [] : splitTests(values),
    fallback: textOf(childOf(element, 'defaultOutputEntry'), 'text') ?? null,
  };
}

/** "feel:date" and "date" are the same type. */
function typeOf(element: DmnElement): string | null {
  return textOf(element, 'typeRef')?.replace(/^.*:/, '') ?? null;
}

function note({ id, name, problems }: Reading, rule: string, en: string, zh: string, section: string): void {
  problems.push(problem(rule, id, `Decision "${name}" ${en}.`, `决策“${name}”${zh}。`, section));
}
