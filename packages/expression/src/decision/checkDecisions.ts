import type { Boxed, Decision, DecisionModel, KnowledgeModel } from './DecisionModel.ts';
import { createFeelChecker, type FeelChecker, MAX_EXPRESSIONS } from './checkFeel.ts';
import { checkTable, type TableReport } from './checkTable.ts';
import { problem, type DecisionProblem } from './DecisionProblem.ts';
import { excerpt } from '../excerpt.ts';
import type { FeelType } from './FeelType.ts';

/** Everything that is wrong with decisions that could be read (DMN 1.3, 6.3, 7.3 and 8.3). */
export function checkDecisions(model: DecisionModel): readonly DecisionProblem[] {
  const problems: DecisionProblem[] = [];
  const checker = createFeelChecker();
  const ids = new Set<string>();
  for (const element of [...model.decisions, ...model.functions]) {
    const { id, name } = element;
    if (id === '')
      problems.push(problem('id-missing', null, `"${name}" has no id.`, `“${name}”没有标识（id）。`, '6.3.1'));
    else if (ids.has(id)) {
      problems.push(problem('id-duplicate', id, `The id "${id}" is used twice.`, `标识“${id}”重复。`, '6.3.1'));
    }
    ids.add(id);
    checkNames(model, element, problems);
    checkBoxed(element.logic, { id, name, names: namesSeenBy(model, element), checker, problems });
  }
  if (checker.exhausted()) {
    const en = `The file has more than ${MAX_EXPRESSIONS} different expressions; split it.`;
    problems.push(problem('dmn-too-complex', null, en, `文件中不同的表达式超过 ${MAX_EXPRESSIONS} 个，请拆分。`));
  }
  checkRequirements(model, problems);
  return problems;
}

interface Check {
  readonly id: string;
  readonly name: string;
  readonly names: ReadonlySet<string>;
  readonly checker: FeelChecker;
  readonly problems: DecisionProblem[];
}

/** The names that an element reads by its requirements (10.4). */
function requiredNames(model: DecisionModel, element: Decision | KnowledgeModel): readonly string[] {
  const inputs = 'inputs' in element ? element.inputs.map(({ name }) => name) : [];
  const requires = 'requires' in element ? element.requires : [];
  const decisions = model.decisions.filter(({ id }) => requires.includes(id)).map(({ variable }) => variable.name);
  const functions = model.functions.filter(({ id }) => element.knowledge.includes(id)).map(({ name }) => name);
  return [...inputs, ...decisions, ...functions];
}

function checkNames(model: DecisionModel, element: Decision | KnowledgeModel, problems: DecisionProblem[]): void {
  const names = requiredNames(model, element);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice === undefined) return;
  const [en, zh] = [
    `"${element.name}" requires two things with the name "${twice}".`,
    `“${element.name}”依赖的两项同名：“${twice}”。`,
  ];
  problems.push(problem('name-duplicate', element.id, en, zh, '10.4'));
}

/** Also those of its parts, and its own: a function may call itself. */
function namesSeenBy(model: DecisionModel, element: Decision | KnowledgeModel): ReadonlySet<string> {
  const inputs = 'inputs' in element ? element.inputs : [];
  const parts = inputs.flatMap(({ type }) => (type ? [...namesWithin(type)] : []));
  return new Set([...requiredNames(model, element), ...parts, element.name]);
}

/** Each type is gone into once: thirty that each use the one before twice are two to the thirtieth. */
function namesWithin(type: FeelType, names = new Set<string>(), seen = new Set<FeelType>()): ReadonlySet<string> {
  if (seen.has(type)) return names;
  seen.add(type);
  if (type.kind === 'list') namesWithin(type.of, names, seen);
  for (const entry of type.kind === 'context' ? type.entries : []) {
    names.add(entry.name);
    namesWithin(entry.type, names, seen);
  }
  return names;
}

function checkBoxed(boxed: Boxed, check: Check): void {
  switch (boxed.kind) {
    case 'literal':
      checkLiteral(boxed.text, check);
      return;
    case 'table':
      checkTable(boxed, tableReport(check));
      return;
    case 'context': {
      const names = new Set(check.names);
      for (const entry of boxed.entries) {
        checkBoxed(entry.value, { ...check, names });
        if (entry.name !== null) names.add(entry.name);
      }
      return;
    }
    case 'list':
      for (const element of boxed.elements) checkBoxed(element, check);
      return;
    case 'relation':
      for (const row of boxed.rows) {
        if (row.length !== boxed.columns.length) {
          const en = `a row has ${row.length} cells; there are ${boxed.columns.length} columns`;
          tableReport(check).say(
            'relation-cells',
            en,
            `某行有 ${row.length} 个单元格，应为 ${boxed.columns.length} 个`,
            '10.5.5',
          );
        }
        for (const cell of row) checkBoxed(cell, check);
      }
      return;
    case 'invocation':
      checkLiteral(boxed.called, check);
      for (const { value } of boxed.bindings) checkBoxed(value, check);
      return;
    case 'function':
      checkBoxed(boxed.body, {
        ...check,
        names: new Set([...check.names, ...boxed.parameters.map(({ name }) => name)]),
      });
  }
}

function checkLiteral(source: string, check: Check): void {
  tableReport(check).feel(source, 'expression', '表达式');
}

function tableReport({ id, name, names, checker, problems }: Check): TableReport {
  const wrong = (
    found: ReturnType<FeelChecker['feel']>,
    source: string,
    en: string,
    zh: string,
    partId?: string | null,
  ) => {
    if (!found) return;
    const shown = excerpt(source, 60);
    problems.push(
      problem(
        'decision-syntax',
        id,
        `Decision "${name}": the ${en} is not valid FEEL: "${shown}". ${found.en}`,
        `决策“${name}”：${zh}不是有效的 FEEL：“${shown}”。${found.zh}`,
        '10.3.1',
        { partId: partId ?? null },
      ),
    );
  };
  return {
    say: (rule, en, zh, section, partId) => {
      const place = { partId: partId ?? null };
      problems.push(problem(rule, id, `Decision "${name}": ${en}.`, `决策“${name}”：${zh}。`, section, place));
    },
    feel: (source, en, zh, partId) => wrong(checker.feel(source, names), source, en, zh, partId),
    tests: (source, en, zh, partId) => wrong(checker.tests(source, names), source, en, zh, partId),
  };
}

function checkRequirements(model: DecisionModel, problems: DecisionProblem[]): void {
  const known = new Map([...model.decisions, ...model.functions].map((element) => [element.id, element]));
  const needs = (element: Decision | KnowledgeModel) => [
    ...('requires' in element ? element.requires : []),
    ...element.knowledge,
  ];
  for (const element of known.values()) {
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
