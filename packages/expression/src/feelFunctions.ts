import {
  date,
  dateAndTime,
  duration,
  evaluate,
  FeelDate,
  FeelDateTime,
  FeelFunction,
  type FeelRange,
  isRange,
} from 'feelin';
import { compareFeel } from './compareFeel.ts';

/**
 * Built-in functions that the interpreter lacks or answers otherwise than the specification (DMN 1.3, 10.3.4), by
 * name. They are given to it as variables, which come before its own (10.3.2.11). Null stands for "not defined for
 * these arguments", as for every built-in function (10.3.2.13.1).
 */
export const FEEL_FUNCTIONS: ReadonlyMap<string, FeelFunction> = new Map([
  ['min', new FeelFunction((...list: unknown[]) => extreme(list, '<'), ['...list'])],
  ['max', new FeelFunction((...list: unknown[]) => extreme(list, '>'), ['...list'])],
  ['years and months duration', new FeelFunction(yearsAndMonths, ['from', 'to'])],
  ['is', new FeelFunction(is, ['value1', 'value2'])],
  ['overlaps before', relation(['range1', 'range2'], (a, b) => overlapsBefore(a, b))],
  ['overlaps after', relation(['range1', 'range2'], (a, b) => overlapsBefore(b, a))],
  ['finishes', relation(['point', 'range'], (a, b) => b.range && ends(a, b) && within(a, b))],
  ['finished by', relation(['range', 'value'], (a, b) => a.range && ends(b, a) && within(b, a))],
  ['during', relation(['point', 'range'], (a, b) => b.range && within(a, b))],
  ['starts', relation(['point', 'range'], (a, b) => b.range && begins(a, b) && within(a, b))],
  ['started by', relation(['range', 'value'], (a, b) => a.range && begins(b, a) && within(b, a))],
  ['coincides', relation(['point1', 'point2'], (a, b) => begins(a, b) && ends(a, b))],
]);

/** `now()` and `today()` (10.3.4.6 in the version of DMN 1.3: both UTC) at a moment, epoch milliseconds. */
export function clockFunctions(now: number): { readonly now: () => unknown; readonly today: () => unknown } {
  const iso = new Date(now).toISOString();
  return { now: () => dateAndTime(iso), today: () => date(iso.slice(0, 10)) };
}

/** Texts, numbers, dates, times and durations alike (10.3.4.4); null when two of them can't be compared. */
function extreme(given: readonly unknown[], better: '<' | '>'): unknown {
  const [only] = given;
  const list: readonly unknown[] = given.length === 1 && Array.isArray(only) ? only : given;
  let best: unknown;
  for (const value of list) {
    if (best === undefined) best = value;
    const order = compareFeel(value, best);
    if (order === null) return null;
    if (better === '<' ? order < 0 : order > 0) best = value;
  }
  return best ?? null;
}

/** Whole months between two dates; the days left over are dropped (10.3.4.1). */
function yearsAndMonths(from: unknown, to: unknown): unknown {
  const [a, b] = [calendar(from), calendar(to)];
  if (!a || !b) return null;
  let months = (b.year - a.year) * 12 + b.month - a.month;
  if (months > 0 && b.day < a.day) months -= 1;
  if (months < 0 && b.day > a.day) months += 1;
  return duration(`${months < 0 ? '-' : ''}P${Math.trunc(Math.abs(months) / 12)}Y${Math.abs(months) % 12}M`);
}

function calendar(value: unknown): FeelDate | FeelDateTime | null {
  return value instanceof FeelDate || value instanceof FeelDateTime ? value : null;
}

/** Same element of the same kind (10.3.4.6): what is of different kinds is not the same, whatever it says. */
function is(a: unknown, b: unknown): unknown {
  return evaluate('is(a, b)', { a, b }).value ?? false;
}

/** A range, or a point as the range that holds it alone. */
interface Span {
  readonly range: boolean;
  readonly start: unknown;
  readonly end: unknown;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
}

/** Relations of points and ranges (10.3.4.7), over their ends; null when the ends can't be compared. */
function relation(names: string[], holds: (a: Span, b: Span) => boolean | null): FeelFunction {
  return new FeelFunction((a: unknown, b: unknown) => {
    const [left, right] = [spanOf(a), spanOf(b)];
    if (!left || !right || compareFeel(left.start, right.start) === null || compareFeel(left.end, right.end) === null) {
      return null;
    }
    return holds(left, right);
  }, names);
}

function spanOf(value: unknown): Span | null {
  if (isRange(value)) return rangeSpan(value);
  if (value === null || value === undefined) return null;
  return { range: false, start: value, end: value, startIncluded: true, endIncluded: true };
}

function rangeSpan(range: FeelRange): Span | null {
  const { start, end } = range as { readonly start: unknown; readonly end: unknown };
  if (start === null || end === null) return null;
  return { range: true, start, end, startIncluded: range['start included'], endIncluded: range['end included'] };
}

function begins(a: Span, b: Span): boolean {
  return compareFeel(a.start, b.start) === 0 && a.startIncluded === b.startIncluded;
}

function ends(a: Span, b: Span): boolean {
  return compareFeel(a.end, b.end) === 0 && a.endIncluded === b.endIncluded;
}

function within(inner: Span, outer: Span): boolean {
  const start = compareFeel(inner.start, outer.start) ?? -1;
  const end = compareFeel(inner.end, outer.end) ?? 1;
  return (
    (start > 0 || (start === 0 && (outer.startIncluded || !inner.startIncluded))) &&
    (end < 0 || (end === 0 && (outer.endIncluded || !inner.endIncluded)))
  );
}

/** The first begins first, they share a point, and the first ends first (10.3.4.7). */
function overlapsBefore(a: Span, b: Span): boolean | null {
  if (!a.range || !b.range) return null;
  const start = compareFeel(a.start, b.start) ?? 0;
  const middle = compareFeel(a.end, b.start) ?? 0;
  const end = compareFeel(a.end, b.end) ?? 0;
  return (
    (start < 0 || (start === 0 && a.startIncluded && !b.startIncluded)) &&
    (middle > 0 || (middle === 0 && a.endIncluded && b.startIncluded)) &&
    (end < 0 || (end === 0 && (!a.endIncluded || b.endIncluded)))
  );
}
