import type { Json } from '../Json.ts';
import { bail } from './bail.ts';
import { isContext } from './known.ts';

type Kind = 'null' | 'boolean' | 'number' | 'string' | 'list' | 'context';

/**
 * `a = b` as the interpreter has it: null for values of different kinds; null itself only equals null; a list of one is
 * its element and an empty list is null, inside of lists and contexts too.
 */
export function equal(a: Json | undefined, b: Json | undefined): boolean | null {
  if (a === null || b === null) return a === b;
  const left = single(a);
  const right = single(b);
  const kind = kindOf(left);
  if (kind !== kindOf(right)) return null;
  if (kind === 'null') return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((element, at) => equal(element, right[at]) === true);
  }
  if (typeof left === 'object' && typeof right === 'object') return sameContext(left as object, right as object);
  return left === right;
}

function sameContext(a: object, b: object): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && equal(entry(a, name), entry(b, name)) === true)
  );
}

function entry(context: object, name: string): Json | undefined {
  return (context as Readonly<Record<string, Json | undefined>>)[name];
}

function single(value: Json | undefined): Json | undefined {
  return Array.isArray(value) && value.length < 2 ? (value as readonly Json[])[0] : value;
}

function kindOf(value: Json | undefined): Kind {
  switch (typeof value) {
    case 'boolean':
    case 'number':
    case 'string':
      return typeof value as Kind;
    case 'undefined':
      return 'null';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? 'list' : isContext(value) ? 'context' : bail();
    default:
      return bail();
  }
}
