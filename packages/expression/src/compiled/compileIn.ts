import type { Json } from '../Json.ts';
import { bail } from './bail.ts';
import { equal } from './equal.ts';
import { literalOf } from './literalOf.ts';
import { nodeParts, partAt } from './nodeParts.ts';
import { type Bounds, ordered, type OrderOperator, within } from './ordered.ts';
import type { CompilePart, Part, Run, SyntaxNode } from './Part.ts';

/** Whether a value passes a test; null when that can't be said. */
type Test = (run: Run, value: Json) => boolean | null;

/** `value in …`: one of a list, in a range, or passing one of several tests. */
export function compileIn(source: string, value: Part, node: SyntaxNode, compile: CompilePart): Part {
  if (node.name === 'PositiveUnaryTests') return inTests(source, value, nodeParts(node).map(testNode), compile);
  if (node.name !== 'PositiveUnaryTest') return bail();
  const test = testNode(node);
  if (test.name === 'SimplePositiveUnaryTest') return inTests(source, value, [test], compile);
  if (test.name === 'List') return inTests(source, value, nodeParts(test).slice(1, -1), compile);
  return inValue(value, compile(test));
}

function testNode(test: SyntaxNode): SyntaxNode {
  const [inner, ...others] = nodeParts(test);
  return inner && others.length === 0 ? inner : bail();
}

function inTests(source: string, value: Part, nodes: readonly SyntaxNode[], compile: CompilePart): Part {
  const literals = nodes.map((node) => literalOf(source, node));
  const tests = nodes.map((node) => compileTest(source, node, compile));
  const [only] = tests;
  if (only && tests.length === 1) return (run) => only(run, value(run));
  if (literals.every((literal) => typeof literal === 'string' || typeof literal === 'number')) {
    const among = new Set<Json | undefined>(literals);
    return (run) => {
      const one = value(run);
      return typeof one === 'object' ? anyOf(tests, run, one) : among.has(one);
    };
  }
  return (run) => anyOf(tests, run, value(run));
}

/** Each test is tried, as the interpreter evaluates each: a later one may fail. */
function anyOf(tests: readonly Test[], run: Run, value: Json): boolean | null {
  let result: boolean | null = false;
  for (const test of tests) {
    const passed = test(run, value);
    if (passed === true) result = true;
    else if (passed === null && result === false) result = null;
  }
  return result;
}

function compileTest(source: string, node: SyntaxNode, compile: CompilePart): Test {
  if (node.name !== 'SimplePositiveUnaryTest') {
    const other = compile(node);
    // what can't be compared is not the same
    return (run, value) => equal(other(run), value) === true;
  }
  const parts = nodeParts(node);
  const first = partAt(parts, 0);
  if (parts.length === 1) return first.name === 'Interval' ? compileInterval(nodeParts(first), compile) : bail();
  return compileOperator(source.slice(first.from, first.to), compile(partAt(parts, 1)));
}

function compileOperator(operator: string, operand: Part): Test {
  switch (operator) {
    case '=':
      return (run, value) => equal(value, operand(run));
    case '!=':
      return (run, value) => {
        const same = equal(value, operand(run));
        return same === null ? null : !same;
      };
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const order: OrderOperator = operator;
      return (run, value) => ordered(order, value, operand(run));
    }
    default:
      return bail();
  }
}

function compileInterval(parts: readonly SyntaxNode[], compile: CompilePart): Test {
  const start = compile(partAt(parts, 1));
  const end = compile(partAt(parts, 3));
  const bounds: Bounds = { startIncluded: partAt(parts, 0).name === '[', endIncluded: partAt(parts, 4).name === ']' };
  return (run, value) => within(value, start(run), end(run), bounds);
}

/** In what an expression gives: one of a list, else the same. */
function inValue(value: Part, among: Part): Part {
  return (run) => {
    const one = value(run);
    const list = among(run);
    if (list === null) return null;
    if (Array.isArray(list)) return list.some((element: Json) => equal(element, one) === true);
    return equal(list, one) === true;
  };
}
