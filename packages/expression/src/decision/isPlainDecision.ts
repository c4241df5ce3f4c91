import { parseExpression as parseFeel, parseUnaryTests } from 'feelin';
import { classify, type Tree } from '../classify.ts';
import { compileCell, isBlank } from './compileCell.ts';
import { plainLiteral } from './plainCell.ts';
import type { Boxed, Decision, DecisionModel, DecisionTable } from './DecisionModel.ts';

/** Different expressions for the interpreter, 0.1 ms each, that one decision may have in place: 10 ms at most. */
const MAX_EXPRESSIONS = 100;

const known = new WeakMap<DecisionModel, Map<string, boolean>>();

/**
 * Whether a decision may be evaluated in place, with all that it requires: every expression is bounded by its own size
 * and there are few of them. One that calls functions of its own is not: they may call themselves for ever.
 */
export function isPlainDecision(model: DecisionModel, decisionId: string): boolean {
  const plain = known.get(model) ?? new Map<string, boolean>();
  known.set(model, plain);
  const answer = plain.get(decisionId) ?? judge(model, decisionId);
  plain.set(decisionId, answer);
  return answer;
}

function judge(model: DecisionModel, decisionId: string): boolean {
  const expressions = new Map<string, () => Tree>();
  for (const { logic, knowledge } of withRequired(model, decisionId)) {
    if (knowledge.length > 0 || !collect(logic, expressions) || expressions.size > MAX_EXPRESSIONS) return false;
  }
  return [...expressions].every(([source, parse]) => classify(source, parse()) === 'plain');
}

function withRequired(model: DecisionModel, decisionId: string): readonly Decision[] {
  const wanted = new Set([decisionId]);
  // a set is gone through with what is added meanwhile
  for (const id of wanted)
    for (const other of model.decisions.find((one) => one.id === id)?.requires ?? []) wanted.add(other);
  return model.decisions.filter(({ id }) => wanted.has(id));
}

/** Gathers what the interpreter is asked; false when there are functions. */
function collect(boxed: Boxed, expressions: Map<string, () => Tree>): boolean {
  switch (boxed.kind) {
    case 'literal':
      addFeel(boxed.text, expressions);
      return true;
    case 'table':
      collectTable(boxed, expressions);
      return true;
    case 'context':
      return boxed.entries.every(({ value }) => collect(value, expressions));
    case 'list':
      return boxed.elements.every((element) => collect(element, expressions));
    case 'relation':
      return boxed.rows.every((row) => row.every((cell) => collect(cell, expressions)));
    case 'invocation':
    case 'function':
      return false;
  }
}

function collectTable({ inputs, outputs, rules }: DecisionTable, expressions: Map<string, () => Tree>): void {
  for (const { expression, allowed, type } of inputs) {
    addFeel(expression, expressions);
    addTests(allowed ?? type?.allowed ?? '', expressions);
  }
  for (const { values, fallback, type } of outputs) {
    addTests(values ?? type?.allowed ?? '', expressions);
    addFeel(fallback ?? '', expressions);
  }
  for (const { tests, results } of rules) {
    for (const cell of tests) addTests(cell, expressions);
    for (const cell of results) addFeel(cell, expressions);
  }
}

function addFeel(source: string, expressions: Map<string, () => Tree>): void {
  if (isBlank(source) || plainLiteral(source) !== undefined) return;
  expressions.set(source, () => parseFeel(source, {}, undefined));
}

/** Cells of literals and comparisons with them are decided without the interpreter. */
function addTests(source: string, expressions: Map<string, () => Tree>): void {
  if (expressions.size > MAX_EXPRESSIONS || compileCell(source, []).literal) return;
  // the same text may stand as an expression elsewhere
  expressions.set(`${source} `, () => parseUnaryTests(`${source} `, {}, undefined));
}
