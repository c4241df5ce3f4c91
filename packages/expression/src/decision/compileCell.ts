import { parseUnaryTests } from 'feelin';
import { feelValue } from '../feelValue.ts';
import { plainCell } from './plainCell.ts';

/** The unary tests of a cell, taken apart once (DMN 1.3, 10.3.1.2, rules 7 to 17). */
export interface Cell {
  /** not(…) */
  readonly negated: boolean;
  /** nothing but literals: the interpreter is not needed */
  readonly literal: boolean;
  /** met when one of them is; none for "-" and an empty cell, which every value meets */
  readonly tests: readonly CellTest[];
}

export type CellTest =
  | { readonly kind: 'compare'; readonly operator: Operator; readonly to: Operand }
  | {
      readonly kind: 'range';
      readonly from: Operand;
      readonly to: Operand;
      readonly fromIncluded: boolean;
      readonly toIncluded: boolean;
    }
  /** any other expression: equal to the value, containing it, or true of it; `asks` when it names the value as "?" */
  | { readonly kind: 'expression'; readonly operand: Operand; readonly asks: boolean };

export type Operator = '<' | '<=' | '>' | '>=' | '=' | '!=';
const OPERATORS: readonly Operator[] = ['<', '<=', '>', '>=', '=', '!='];

/** A literal's value, or the expression that gives one. */
export type Operand = { readonly value: unknown } | { readonly source: string };

const ALL: Cell = { negated: false, literal: true, tests: [] };
const CACHE_SIZE = 50_000;
const cache = new Map<string, Cell>();

/**
 * Takes a cell apart, once for each text: 1,000 rules have few different cells.
 *
 * @param special names with signs in them, such as `risk-class`, which the parser reads as one only when it knows them
 */
export function compileCell(source: string, special: readonly string[]): Cell {
  if (isBlank(source)) return ALL;
  const named = special.filter((name) => source.includes(name));
  const key = named.length === 0 ? source : JSON.stringify([source, ...named]);
  const known = cache.get(key);
  if (known) return known;
  const cell = plainCell(source) ?? compile(source, named);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, cell);
  return cell;
}

/** The names that `compileCell` must know. */
export function specialNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => /[^\p{L}\p{N}_ ]/u.test(name));
}

/** A cell without content: any value for an input, no value for an output (8.2.7). */
export function isBlank(source: string): boolean {
  return source.trim() === '' || source.trim() === '-';
}

type Node = ReturnType<typeof parseUnaryTests>['topNode'];

function compile(source: string, names: readonly string[]): Cell {
  const top = parseUnaryTests(source, Object.fromEntries(names.map((name) => [name, null])), undefined).topNode;
  const tests = children(top).flatMap((node) => (node.name === 'PositiveUnaryTests' ? children(node) : []));
  const made = tests.filter(({ name }) => name === 'PositiveUnaryTest').map((test) => testOf(source, test));
  return { negated: children(top).some(({ name }) => name === 'not'), literal: made.every(isLiteral), tests: made };
}

function isLiteral(test: CellTest): boolean {
  switch (test.kind) {
    case 'compare':
      return 'value' in test.to;
    case 'range':
      return 'value' in test.from && 'value' in test.to;
    case 'expression':
      return 'value' in test.operand;
  }
}

function testOf(source: string, test: Node): CellTest {
  const [inner] = children(test);
  const [simple] = inner?.name === 'SimplePositiveUnaryTest' ? children(inner) : [];
  if (inner && simple?.name === 'Interval') return intervalOf(source, simple) ?? expressionOf(source, inner);
  if (inner && simple) {
    const operator = OPERATORS.find((one) => one === source.slice(simple.from, simple.to));
    const right = simple.nextSibling;
    if (operator && right) return { kind: 'compare', operator, to: operandOf(source, right) };
  }
  return expressionOf(source, inner ?? test);
}

function intervalOf(source: string, interval: Node): CellTest | null {
  const [open, from, , to, close] = children(interval);
  if (!open || !from || !to || !close) return null;
  return {
    kind: 'range',
    from: operandOf(source, from),
    to: operandOf(source, to),
    fromIncluded: source.slice(open.from, open.to) === '[',
    toIncluded: source.slice(close.from, close.to) === ']',
  };
}

function expressionOf(source: string, node: Node): CellTest {
  let asks = false;
  node.cursor().iterate(({ name }) => {
    asks ||= name === '?';
    return !asks;
  });
  return { kind: 'expression', operand: operandOf(source, node), asks };
}

/** Nodes of which a literal consists, dates and durations too. */
const LITERAL =
  /^(?:NumericLiteral|ArithOp|StringLiteral|BooleanLiteral|null|DateTimeLiteral|DateTimeConstructor|PositionalParameters|AtLiteral|date|time|date and time|duration|[(),])$/;

function operandOf(source: string, node: Node): Operand {
  const text = source.slice(node.from, node.to);
  let literal = /Literal$|^null$/.test(node.name);
  node.cursor().iterate(({ name }) => {
    literal &&= LITERAL.test(name);
    return literal;
  });
  return literal ? { value: feelValue(text, {}) } : { source: text };
}

function children(node: Node): readonly Node[] {
  const all: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.name.endsWith('Comment')) all.push(child);
  }
  return all;
}
