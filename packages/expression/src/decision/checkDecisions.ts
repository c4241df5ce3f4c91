import { parseExpression as parseFeel, parseUnaryTests } from 'feelin';
import type { Boxed, Decision, DecisionModel, DecisionTable, KnowledgeModel } from './DecisionModel.ts';
import { problem, type DecisionProblem } from './DecisionProblem.ts';
import { excerpt } from '../excerpt.ts';

/** Everything that is wrong with decisions that could be read (DMN 1.3, 6.3 and 8.2). */
export function checkDecisions(model: DecisionModel): readonly DecisionProblem[] {
  const problems: DecisionProblem[] = [];
  const ids = new Set<string>();
  for (const element of [...model.decisions, ...model.functions]) {
    const { id, name } = element;
    if (id === '')
      problems.push(problem('id-missing', null, `"${name}" has no id.`, `“${name}”没有标识（id）。`, '6.3.2'));
    else if (ids.has(id)) {
      problems.push(problem('id-duplicate', id, `The id "${id}" is used twice.`, `标识“${id}”重复。`, '6.3.2'));
    }
    ids.add(id);
    checkBoxed(element.logic, { id, name, names: namesSeenBy(model, element), problems });
  }
  checkRequirements(model, problems);
  return problems;
}

interface Check {
  readonly id: string;
  readonly name: string;
  /** names with spaces can only be parsed by those who know them */
  readonly names: Readonly<Record<string, unknown>>;
  readonly problems: DecisionProblem[];
}

function namesSeenBy(model: DecisionModel, element: Decision | KnowledgeModel): Record<string, unknown> {
  const inputs = 'inputs' in element ? element.inputs.map(({ name }) => name) : [];
  const parameters = element.logic.kind === 'function' ? element.logic.parameters.map(({ name }) => name) : [];
  const decisions = model.decisions.map(({ variable }) => variable.name);
  const functions = model.functions.map(({ name }) => name);
  return Object.fromEntries([...inputs, ...parameters, ...decisions, ...functions].map((name) => [name, null]));
}

function checkBoxed(boxed: Boxed, check: Check): void {
  switch (boxed.kind) {
    case 'literal':
      checkFeel(boxed.text, check, 'expression', '表达式');
      return;
    case 'table':
      checkTable(boxed, check);
      return;
    case 'context': {
      let names = check.names;
      for (const entry of boxed.entries) {
        checkBoxed(entry.value, { ...check, names });
        if (entry.name !== null) names = { ...names, [entry.name]: null };
      }
      return;
    }
    case 'list':
      for (const element of boxed.elements) checkBoxed(element, check);
      return;
    case 'relation':
      for (const row of boxed.rows) for (const cell of row) checkBoxed(cell, check);
      return;
    case 'invocation':
      for (const { value } of boxed.bindings) checkBoxed(value, check);
      return;
    case 'function': {
      const parameters = Object.fromEntries(boxed.parameters.map(({ name }) => [name, null]));
      checkBoxed(boxed.body, { ...check, names: { ...check.names, ...parameters } });
    }
  }
}

function checkTable(table: DecisionTable, check: Check): void {
  const { id, name, problems } = check;
  const say = (rule: string, en: string, zh: string, section: string) =>
    problems.push(problem(rule, id, `Decision "${name}": ${en}.`, `决策“${name}”：${zh}。`, section));
  if (table.outputs.length === 0) say('output-missing', 'the table has no output', '决策表没有输出列', '8.2.9');
  if (table.outputs.length > 1 && table.aggregation !== null) {
    say(
      'aggregation-outputs',
      'a table that aggregates has one output, not several',
      '聚合只能用于单个输出列',
      '8.2.10',
    );
  }
  const prioritised = table.hitPolicy === 'PRIORITY' || table.hitPolicy === 'OUTPUT ORDER';
  if (prioritised && table.outputs.every(({ values }) => values.length === 0)) {
    say(
      'output-values-missing',
      `${table.hitPolicy} needs the output values in the order of their priority`,
      `${table.hitPolicy} 需要按优先级列出输出值`,
      '8.2.10',
    );
  }
  for (const [at, input] of table.inputs.entries()) {
    checkFeel(input.expression, check, `input ${at + 1}`, `第 ${at + 1} 个输入`);
    if (input.allowed !== null)
      checkTests(input.allowed, check, `allowed values of input ${at + 1}`, `第 ${at + 1} 个输入的允许值`);
  }
  for (const [at, { values, fallback }] of table.outputs.entries()) {
    for (const text of [...values, ...(fallback === null ? [] : [fallback])]) {
      checkFeel(text, check, `values of output ${at + 1}`, `第 ${at + 1} 个输出的取值`);
    }
  }
  for (const [at, rule] of table.rules.entries()) {
    if (rule.tests.length !== table.inputs.length || rule.results.length !== table.outputs.length) {
      say(
        'rule-cells',
        `rule ${at + 1} has ${rule.tests.length} inputs and ${rule.results.length} outputs; the table has ${table.inputs.length} and ${table.outputs.length}`,
        `规则 ${at + 1} 有 ${rule.tests.length} 个输入、${rule.results.length} 个输出；决策表为 ${table.inputs.length} 和 ${table.outputs.length}`,
        '8.2.8',
      );
    }
    for (const [column, test] of rule.tests.entries()) {
      checkTests(test, check, `rule ${at + 1}, input ${column + 1}`, `规则 ${at + 1} 的第 ${column + 1} 个输入`);
    }
    for (const [column, result] of rule.results.entries()) {
      if (isBlank(result)) continue;
      checkFeel(result, check, `rule ${at + 1}, output ${column + 1}`, `规则 ${at + 1} 的第 ${column + 1} 个输出`);
    }
  }
}

/** A cell without content: any value for an input, no value for an output. */
export function isBlank(cell: string): boolean {
  return cell === '' || cell === '-';
}

type Parsed = ReturnType<typeof parseFeel>;

function checkFeel(text: string, check: Check, en: string, zh: string): void {
  checkSyntax(text, check, en, zh, () => parseFeel(text, check.names, undefined));
}

function checkTests(text: string, check: Check, en: string, zh: string): void {
  if (!isBlank(text)) checkSyntax(text, check, en, zh, () => parseUnaryTests(text, check.names, undefined));
}

function checkSyntax(text: string, check: Check, en: string, zh: string, parse: () => Parsed): void {
  let wrong = text.trim() === '';
  if (!wrong) {
    parse().iterate({
      enter: ({ type }) => {
        wrong ||= type.isError;
        return !wrong;
      },
    });
  }
  if (!wrong) return;
  const { id, name, problems } = check;
  const shown = excerpt(text, 60);
  problems.push(
    problem(
      'decision-syntax',
      id,
      `Decision "${name}": the ${en} is not valid FEEL: "${shown}".`,
      `决策“${name}”：${zh}不是有效的 FEEL：“${shown}”。`,
      '10.3.1',
    ),
  );
}

function checkRequirements(model: DecisionModel, problems: DecisionProblem[]): void {
  const known = new Map([...model.decisions, ...model.functions].map((element) => [element.id, element]));
  const needs = (element: Decision | KnowledgeModel) => [
    ...('requires' in element ? element.requires : []),
    ...element.knowledge,
  ];
  for (const element of known.values()) {
    for (const id of needs(element)) {
      if (known.has(id)) continue;
      problems.push(
        problem(
          'requirement-missing',
          element.id,
          `"${element.name}" requires "${id}", which the file does not have.`,
          `“${element.name}”依赖“${id}”，但文件中没有。`,
          '6.3.13',
        ),
      );
    }
    if (!leadsToItself(element, known, needs)) continue;
    problems.push(
      problem(
        'requirement-cycle',
        element.id,
        `"${element.name}" requires itself, by way of others.`,
        `“${element.name}”间接依赖自身。`,
        '6.3.13',
      ),
    );
  }
}

function leadsToItself(
  start: Decision | KnowledgeModel,
  known: ReadonlyMap<string, Decision | KnowledgeModel>,
  needs: (element: Decision | KnowledgeModel) => readonly string[],
): boolean {
  const seen = new Set<string>();
  const stack = [...needs(start)];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    // a function may call itself (10.3.2.13.3); a decision may not
    if (id === start.id) return 'requires' in start;
    if (seen.has(id)) continue;
    seen.add(id);
    const next = known.get(id);
    if (next) stack.push(...needs(next));
  }
  return false;
}
