import { evaluate, FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';

/**
 * The order of two FEEL values: negative, zero or positive; null where the specification has none (DMN 1.3, 10.3.2.2):
 * values of different kinds, null, and kinds without an order. The interpreter itself compares a text with a number as
 * JavaScript does, where `"7" > 5` is true.
 */
export function compareFeel(a: unknown, b: unknown): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (!isTemporal(a) || !isTemporal(b)) return null;
  const order: unknown = evaluate(TEMPORAL_ORDER, { a, b }).value;
  return typeof order === 'number' ? order : null;
}

const TEMPORAL_ORDER = 'if a < b then -1 else if a > b then 1 else if a = b then 0 else null';

/** A date, a time, both, or a duration. */
export function isTemporal(value: unknown): boolean {
  return (
    value instanceof FeelDate ||
    value instanceof FeelTime ||
    value instanceof FeelDateTime ||
    value instanceof FeelDuration
  );
}
