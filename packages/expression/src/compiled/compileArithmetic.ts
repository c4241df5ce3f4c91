import { bail } from './bail.ts';
import { nodeParts, partAt } from './nodeParts.ts';
import type { CompilePart, Part, SyntaxNode } from './Part.ts';

/** Two numbers, or two texts to add; null for anything else, and for a division by zero. */
export function compileArithmetic(source: string, node: SyntaxNode, compile: CompilePart): Part {
  const parts = nodeParts(node);
  // -x is 0 - x, which has no negative zero
  const unary = parts.length === 2;
  const sign = partAt(parts, unary ? 0 : 1);
  const left = unary ? (): number => 0 : compile(partAt(parts, 0));
  const right = compile(partAt(parts, unary ? 1 : 2));
  const operator = source.slice(sign.from, sign.to);
  if (operator === '+') return addition(left, right);
  const calculate = CALCULATE.get(operator) ?? bail();
  return (run) => {
    const a = left(run);
    const b = right(run);
    return typeof a === 'number' && typeof b === 'number' ? calculate(a, b) : null;
  };
}

const CALCULATE: ReadonlyMap<string, (a: number, b: number) => number | null> = new Map([
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => (b === 0 || Number.isNaN(b) ? null : a / b)],
  ['**', (a, b) => a ** b],
  ['^', (a, b) => a ** b],
]);

function addition(left: Part, right: Part): Part {
  return (run) => {
    const a = left(run);
    const b = right(run);
    if (typeof a === 'number' && typeof b === 'number') return a + b;
    return typeof a === 'string' && typeof b === 'string' ? a + b : null;
  };
}
