import type { Json, JsonObject } from '../Json.ts';
import { bail } from './bail.ts';

/**
 * A value as it was read, when it is of a kind that JSON has. Bails for any other, such as a date. What is inside of
 * lists and contexts is looked at where it is used.
 */
export function known(value: Json | undefined): Json {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'undefined':
      return null;
    case 'object':
      return value === null || Array.isArray(value) || isContext(value) ? value : bail();
    default:
      return bail();
  }
}

/** What the interpreter takes for a context: nothing with a prototype of its own. */
export function isContext(value: object): value is JsonObject {
  return Object.getPrototypeOf(value) === Object.prototype;
}
