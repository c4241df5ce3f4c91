import type { Cell, CellTest, Operand, Operator } from './compileCell.ts';

const LITERAL = String.raw`"[^"\\]*"|-?\d+(?:\.\d+)?|true|false`;
const COMPARISON = String.raw`(?<operator><=|>=|<|>)?\s*(?<literal>${LITERAL})`;
const INTERVAL = String.raw`(?<open>[[(\]])\s*(?<from>${LITERAL})\s*\.\.\s*(?<to>${LITERAL})\s*(?<close>[\])[])`;
const TEST = new RegExp(String.raw`\s*(?:${COMPARISON}|${INTERVAL})\s*(?<end>,|$)`, 'uy');
const NEGATED = /^\s*not\s*\((?<inner>[^()]*)\)\s*$/u;

/**
 * A cell of nothing but literals, comparisons with them and intervals between them, read without the parser, which
 * takes 0.1 ms for each: 5,000 such cells are what most tables consist of. Null for any other, also for one that is
 * wrong.
 */
export function plainCell(source: string): Cell | null {
  const negated = NEGATED.exec(source)?.groups?.['inner'];
  const tests = testsOf(negated ?? source);
  return tests && { negated: negated !== undefined, literal: true, tests };
}

/** The value of a text, number or truth value as it is written, without escapes; undefined for anything else. */
export function plainLiteral(source: string): string | number | boolean | undefined {
  if (/^"[^"\\]*"$/u.test(source)) return source.slice(1, -1);
  if (/^-?\d+(?:\.\d+)?$/u.test(source)) return Number(source);
  return source === 'true' ? true : source === 'false' ? false : undefined;
}

function testsOf(source: string): readonly CellTest[] | null {
  const tests: CellTest[] = [];
  TEST.lastIndex = 0;
  for (let more = true; more;) {
    const groups = TEST.exec(source)?.groups;
    if (!groups) return null;
    tests.push(testOf(groups));
    more = groups['end'] === ',';
  }
  return tests;
}

function testOf(groups: Readonly<Record<string, string | undefined>>): CellTest {
  const { operator, literal, open, from, to, close } = groups;
  if (open !== undefined) {
    const included = { fromIncluded: open === '[', toIncluded: close === ']' };
    return { kind: 'range', from: operandOf(from), to: operandOf(to), ...included };
  }
  const operand = operandOf(literal);
  if (operator !== undefined) return { kind: 'compare', operator: operator as Operator, to: operand };
  return { kind: 'expression', operand, asks: false };
}

function operandOf(literal = ''): Operand {
  return { value: plainLiteral(literal) };
}
