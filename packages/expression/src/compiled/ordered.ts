import type { Json } from '../Json.ts';
import { bail } from './bail.ts';

export type OrderOperator = '<' | '<=' | '>' | '>=';

/**
 * `value < bound` and the like as the interpreter has it: null when one of them is null; a number and a text are
 * compared as JavaScript does, and what has no order is neither less nor greater. Bails where the interpreter fails,
 * and for kinds that are rarely compared.
 */
export function ordered(operator: OrderOperator, value: Json, bound: Json): boolean | null {
  if (bound === null) return null;
  if (typeof bound !== 'number' && typeof bound !== 'string') return bail();
  if (value === null) return null;
  if (typeof value === 'object') return bail();
  switch (operator) {
    case '<':
      return value < bound;
    case '<=':
      return !(value > bound);
    case '>':
      return value > bound;
    case '>=':
      return !(value < bound);
  }
}

export interface Bounds {
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
}

/** `value in [start..end]` as the interpreter has it: a null end is open, ends in the wrong order are turned round. */
export function within(value: Json, start: Json, end: Json, { startIncluded, endIncluded }: Bounds): boolean | null {
  if (start === null && end === null) return null;
  if (start !== null && end !== null) {
    if (typeof start !== typeof end) return bail();
    if (start > end) return within(value, end, start, { startIncluded: endIncluded, endIncluded: startIncluded });
  }
  const after = start === null || ordered(startIncluded ? '>=' : '>', value, start);
  const before = end === null || ordered(endIncluded ? '<=' : '<', value, end);
  return after === null || before === null ? null : after && before;
}
