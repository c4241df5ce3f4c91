import type { Boxed, Decision, DecisionModel, Variable } from './DecisionModel.ts';
import { findDecision } from './evaluateDecision.ts';
import { namesRead } from './namesRead.ts';

/** A value that a decision looks at. */
export interface DecisionInput {
  /** the variable's name, and below it the entry's where a table's column asks for one: `deal.amount` */
  readonly path: readonly string[];
  /** how people call it */
  readonly label: string;
  readonly type: Variable['type'];
  /** the values to choose from, where the model lists them; empty when others are allowed */
  readonly choices: readonly (string | number)[];
}

/**
 * What has to be known to evaluate a decision: the input data that it and the decisions it requires declare (DMN 1.3,
 * 6.3.11), the columns of their tables, and where nothing is declared, the names that their expressions read. A name
 * may be too many here, since an entry of a list's items looks like a variable; none is missing.
 *
 * @throws ExpressionError "decision-unknown"
 */
export function decisionInputs(model: DecisionModel, decisionId: string): readonly DecisionInput[] {
  const decisions = requiredBy(model, findDecision(model, decisionId));
  const results = new Set(decisions.flatMap(({ variable, id }) => (id === decisionId ? [] : [variable.name])));
  const callable = new Set(model.functions.map(({ name }) => name));
  const found = new Map<string, DecisionInput>();
  const add = (input: DecisionInput) => {
    const root = input.path[0] ?? '';
    if (results.has(root) || callable.has(root)) return;
    const key = input.path.join('.');
    const known = found.get(key);
    found.set(key, known ? { ...known, choices: known.choices.length > 0 ? known.choices : input.choices } : input);
  };
  for (const { inputs } of decisions) {
    for (const { name, type } of inputs)
      add({ path: [name], label: name, type, choices: literals(type?.allowed ?? null) });
  }
  const declared = new Set(found.keys());
  for (const decision of decisions) {
    for (const column of columnsOf(decision.logic)) add(column);
    if (decision.inputs.length > 0) continue;
    for (const name of namesRead(decision.logic)) add({ path: [name], label: name, type: null, choices: [] });
  }
  return withoutRoots([...found.values()], declared);
}

/** The decision and those that it requires, also by way of others, each once. */
function requiredBy(model: DecisionModel, decision: Decision): readonly Decision[] {
  const found = new Set<Decision>([decision]);
  for (const one of found) for (const id of one.requires) found.add(findDecision(model, id));
  return [...found];
}

/** A table's columns that name a variable or an entry of one. */
function columnsOf(logic: Boxed): readonly DecisionInput[] {
  if (logic.kind !== 'table') return [];
  return logic.inputs.flatMap(({ label, expression, type, allowed }) => {
    if (!/^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(expression)) return [];
    return [{ path: expression.split('.'), label, type, choices: literals(allowed ?? type?.allowed ?? null) }];
  });
}

/** Whoever is asked for `deal.amount` is not asked for `deal` as well. */
function withoutRoots(inputs: readonly DecisionInput[], declared: ReadonlySet<string>): readonly DecisionInput[] {
  const deeper = new Set(inputs.flatMap(({ path }) => (path.length > 1 ? [path[0]] : [])));
  return inputs.filter(({ path }) => path.length > 1 || !deeper.has(path[0]) || isWhole(path, inputs, declared));
}

/** A declared variable without an entry of its own among the columns. */
function isWhole([root]: readonly string[], inputs: readonly DecisionInput[], declared: ReadonlySet<string>): boolean {
  return root !== undefined && declared.has(root) && inputs.every(({ path }) => path.length === 1 || path[0] !== root);
}

const LITERAL = /"([^"\\]*)"|-?\d+(?:\.\d+)?/u;
const LITERALS = new RegExp(`^\\s*(?:${LITERAL.source})(?:\\s*,\\s*(?:${LITERAL.source}))*\\s*$`, 'u');

/** The values of tests that are nothing but a list of texts and numbers. */
function literals(tests: string | null): readonly (string | number)[] {
  if (tests === null || !LITERALS.test(tests)) return [];
  return [...tests.matchAll(new RegExp(LITERAL, 'gu'))].map(([all, text]) => text ?? Number(all));
}
