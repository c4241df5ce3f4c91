import { isRange } from 'feelin';
import { compareFeel, isTemporal } from '../compareFeel.ts';

/** Equality of FEEL values (DMN 1.3, 10.3.2.2): same kind and same content; lists and contexts by what is in them. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isTemporal(a) || isTemporal(b)) return compareFeel(a, b) === 0;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((element, at) => isSame(element, b[at]));
  }
  if (isRange(a) !== isRange(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSame(Reflect.get(a, name), Reflect.get(b, name)))
  );
}
