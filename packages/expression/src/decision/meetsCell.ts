import { isRange } from 'feelin';
import { compareFeel } from '../compareFeel.ts';
import { type Cell, type CellTest, compileCell, type Operand, type Operator, specialNames } from './compileCell.ts';
import { feel, type Scope } from './feel.ts';
import { isSame } from './isSame.ts';

/** Cells over one scope: what the interpreter has said of a value and a text, it is not asked again. */
export interface Cells {
  /** Whether a value meets the unary tests of a cell. Throws an `ExpressionError` when it names what is not there. */
  readonly meets: (source: string, value: unknown) => boolean;
  /** Where in a list of unary tests a value is met first; null when it is met nowhere. */
  readonly placeOf: (source: string, value: unknown) => number | null;
}

/**
 * Decides unary tests (DMN 1.3, 7.3.2 and 10.3.2.10): a cell is met when one of its tests is true of the value, or,
 * under `not(…)`, when all are false. A test that is neither, such as `< 5` of null, is met by no one (10.3.2.4).
 * Literals and comparisons with them are decided here; the interpreter, which takes 0.1 ms, is asked for the rest.
 */
export function cellsOver(scope: Scope): Cells {
  const special = specialNames(Object.keys(scope));
  const decided = new Map<unknown, Map<string, boolean>>();
  return {
    meets(source, value) {
      const cell = compileCell(source, special);
      if (cell.tests.length === 0) return true;
      if (cell.literal) return meets(cell, single(value), scope);
      const known = decided.get(value) ?? new Map<string, boolean>();
      decided.set(value, known);
      const met = known.get(source) ?? meets(cell, single(value), scope);
      known.set(source, met);
      return met;
    },
    placeOf(source, value) {
      const { tests } = compileCell(source, special);
      const at = tests.findIndex((test) => passes(test, single(value), scope) === true);
      return at < 0 ? null : at;
    },
  };
}

function meets(cell: Cell, value: unknown, scope: Scope): boolean {
  let unknown = false;
  for (const test of cell.tests) {
    const met = passes(test, value, scope);
    if (met === true) return !cell.negated;
    unknown ||= met === null;
  }
  return cell.negated && !unknown;
}

/** A list of one is its element (10.3.2.9.4). */
function single(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? (value as readonly unknown[])[0] : value;
}

function passes(test: CellTest, value: unknown, scope: Scope): boolean | null {
  switch (test.kind) {
    case 'compare':
      return compared(test.operator, value, valueOf(test.to, value, scope));
    case 'range': {
      const from = compareFeel(value, valueOf(test.from, value, scope));
      const to = compareFeel(value, valueOf(test.to, value, scope));
      if (from === null || to === null) return null;
      return (test.fromIncluded ? from >= 0 : from > 0) && (test.toIncluded ? to <= 0 : to < 0);
    }
    case 'expression':
      return isMetBy(valueOf(test.operand, value, scope), value, test.asks);
  }
}

function valueOf(operand: Operand, value: unknown, scope: Scope): unknown {
  return 'value' in operand ? operand.value : feel(operand.source, { ...scope, '?': value });
}

function compared(operator: Operator, value: unknown, other: unknown): boolean | null {
  if (operator === '=') return isSame(value, other);
  if (operator === '!=') return !isSame(value, other);
  const order = compareFeel(value, other);
  if (order === null) return null;
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** What an expression in a cell means for the value (10.3.1.2, rule 7, and 10.3.2.7). */
function isMetBy(result: unknown, value: unknown, asks: boolean): boolean | null {
  if (asks && (typeof result === 'boolean' || result === null)) return result;
  if (typeof result === 'boolean' && typeof value !== 'boolean') return result;
  if (Array.isArray(result)) return result.some((element) => isMetBy(element, value, false)) || isSame(result, value);
  if (isRange(result)) return result.includes(value);
  return isSame(result, value);
}
