import { bail } from './bail.ts';
import { compileIn } from './compileIn.ts';
import { equal } from './equal.ts';
import { literalOf } from './literalOf.ts';
import { nodeParts, partAt } from './nodeParts.ts';
import { ordered, type OrderOperator, within } from './ordered.ts';
import type { CompilePart, Part, SyntaxNode } from './Part.ts';

/** `a < b`, `a between b and c`, `a in …`. */
export function compileComparison(source: string, node: SyntaxNode, compile: CompilePart): Part {
  const parts = nodeParts(node);
  const left = compile(partAt(parts, 0));
  const sign = partAt(parts, 1);
  if (sign.name === 'in') return compileIn(source, left, partAt(parts, parts.length === 5 ? 3 : 2), compile);
  if (sign.name === 'between') return between(left, compile(partAt(parts, 2)), compile(partAt(parts, 4)));
  const operator = source.slice(sign.from, sign.to);
  const other = partAt(parts, 2);
  const right = compile(other);
  const literal = literalOf(source, other);
  switch (operator) {
    case '=':
    case '!=':
      if (typeof literal === 'string' || typeof literal === 'number') return sameAs(left, literal, operator === '=');
      return operator === '='
        ? (run) => equal(left(run), right(run))
        : (run) => {
            const same = equal(left(run), right(run));
            return same === null ? null : !same;
          };
    case '<':
    case '<=':
    case '>':
    case '>=':
      if (typeof literal === 'number') return orderedBy(operator, left, literal);
      return (run) => ordered(operator, left(run), right(run));
    default:
      return bail();
  }
}

function sameAs(left: Part, literal: string | number, wanted: boolean): Part {
  const kind = typeof literal;
  return (run) => {
    const value = left(run);
    if (typeof value === kind) return (value === literal) === wanted;
    const same = equal(value, literal);
    return same === null ? null : same === wanted;
  };
}

function orderedBy(operator: OrderOperator, left: Part, literal: number): Part {
  switch (operator) {
    case '<':
      return (run) => {
        const value = left(run);
        return typeof value === 'number' ? value < literal : ordered('<', value, literal);
      };
    case '>':
      return (run) => {
        const value = left(run);
        return typeof value === 'number' ? value > literal : ordered('>', value, literal);
      };
    case '<=':
    case '>=':
      return (run) => ordered(operator, left(run), literal);
  }
}

function between(left: Part, from: Part, to: Part): Part {
  return (run) => {
    const value = left(run);
    const start = from(run);
    const end = to(run);
    if (start === null || end === null) return null;
    return within(value, start, end, { startIncluded: true, endIncluded: true });
  };
}
