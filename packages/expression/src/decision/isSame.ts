import { toJson } from '../toJson.ts';

/** Equality of FEEL values: same content, whatever object holds it; dates by what they say. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(toJson(a)) === JSON.stringify(toJson(b));
}
