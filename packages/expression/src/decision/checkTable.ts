import type { DecisionTable } from './DecisionModel.ts';
import { isBlank } from './compileCell.ts';

/** Where a problem of a table is told. `what` names the place, "rule 2, input 1". */
export interface TableReport {
  /** a rule of the specification that the table breaks */
  readonly say: (rule: string, en: string, zh: string, section: string, partId?: string | null) => void;
  /** an expression, or a cell's unary tests, to be parsed */
  readonly feel: (source: string, en: string, zh: string, partId?: string | null) => void;
  readonly tests: (source: string, en: string, zh: string, partId?: string | null) => void;
}

/** What is wrong with a decision table (DMN 1.3, 8.2 and 8.3). */
export function checkTable(table: DecisionTable, report: TableReport): void {
  checkOutputs(table, report);
  for (const [at, input] of table.inputs.entries()) {
    report.feel(input.expression, `input ${at + 1}`, `第 ${at + 1} 个输入`);
    const [en, zh] = [`allowed values of input ${at + 1}`, `第 ${at + 1} 个输入的允许值`];
    report.tests(input.allowed ?? input.type?.allowed ?? '', en, zh);
  }
  for (const [at, { values, type, fallback }] of table.outputs.entries()) {
    const [en, zh] = [`values of output ${at + 1}`, `第 ${at + 1} 个输出的取值`];
    report.tests(values ?? type?.allowed ?? '', en, zh);
    if (fallback !== null) report.feel(fallback, `default of output ${at + 1}`, `第 ${at + 1} 个输出的默认值`);
  }
  checkRules(table, report);
}

function checkOutputs({ outputs, hitPolicy, aggregation }: DecisionTable, { say }: TableReport): void {
  if (outputs.length === 0) say('output-missing', 'the table has no output', '决策表没有输出列', '8.2.9');
  if (outputs.length > 1 && aggregation !== null) {
    const en = 'a table that aggregates has one output, not several';
    say('aggregation-outputs', en, '聚合只能用于单个输出列', '8.2.10');
  }
  const names = outputs.map(({ name }) => name);
  if (outputs.length > 1 && (names.includes('') || new Set(names).size < names.length)) {
    const en = 'each of several outputs needs a name of its own';
    say('output-name', en, '有多个输出列时，每列都需要不同的名称', '8.3.2');
  }
  const prioritised = hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER';
  if (prioritised && outputs.every(({ values, type }) => (values ?? type?.allowed ?? null) === null)) {
    say(
      'output-values-missing',
      `${hitPolicy} needs the output values in the order of their priority`,
      `${hitPolicy} 需要按优先级列出输出值`,
      '8.2.10',
    );
  }
}

function checkRules({ inputs, outputs, rules }: DecisionTable, { say, feel, tests }: TableReport): void {
  for (const [at, rule] of rules.entries()) {
    if (rule.tests.length !== inputs.length || rule.results.length !== outputs.length) {
      say(
        'rule-cells',
        `rule ${at + 1} has ${rule.tests.length} inputs and ${rule.results.length} outputs; the table has ${inputs.length} and ${outputs.length}`,
        `规则 ${at + 1} 有 ${rule.tests.length} 个输入、${rule.results.length} 个输出；决策表为 ${inputs.length} 和 ${outputs.length}`,
        '8.3.3',
        rule.id,
      );
    }
    for (const [column, cell] of rule.tests.entries()) {
      tests(cell, `rule ${at + 1}, input ${column + 1}`, `规则 ${at + 1} 的第 ${column + 1} 个输入`, rule.id);
    }
    for (const [column, cell] of rule.results.entries()) {
      if (isBlank(cell)) continue;
      feel(cell, `rule ${at + 1}, output ${column + 1}`, `规则 ${at + 1} 的第 ${column + 1} 个输出`, rule.id);
    }
  }
}
