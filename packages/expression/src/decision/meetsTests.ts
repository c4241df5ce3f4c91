import { unaryTest } from 'feelin';
import { isBlank } from './checkDecisions.ts';
import { splitTests } from './splitTests.ts';

/** What a cell's simple alternatives come to: one comparison with a literal each. */
type Simple = (value: string | number | boolean) => boolean;

const cache = new Map<string, Simple | null>();
const CACHE_SIZE = 20_000;

/**
 * Whether a value meets the unary tests of a cell (DMN 1.3, 7.3.2 and 10.3.1.2): "-" and nothing meet all. The plain
 * ones, literals and comparisons with them, are decided here without the interpreter, with the same result.
 */
export function meetsTests(tests: string, value: unknown, context: Readonly<Record<string, unknown>>): boolean {
  if (isBlank(tests)) return true;
  const simple =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? simpleTest(tests) : null;
  if (simple) return simple(value as string | number | boolean);
  return unaryTest(tests, { ...seenBy(tests, context), '?': value }).value === true;
}

/** Whether the tests are decided without the interpreter, for any value but null and dates. */
export function isSimpleTest(tests: string): boolean {
  return isBlank(tests) || simpleTest(tests) !== null;
}

/** What of the context a text can mean: the interpreter's time grows with what it is given. */
export function seenBy(text: string, context: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(context).filter(([name]) => text.includes(name)));
}

function simpleTest(tests: string): Simple | null {
  const known = cache.get(tests);
  if (known !== undefined) return known;
  const made = makeSimple(tests);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(tests, made);
  return made;
}

function makeSimple(tests: string): Simple | null {
  const negated = /^not\s*\((.*)\)$/su.exec(tests.trim())?.[1];
  if (negated !== undefined) {
    const inner = alternatives(negated);
    return inner && ((value) => !inner(value));
  }
  return alternatives(tests);
}

function alternatives(tests: string): Simple | null {
  const parts: Simple[] = [];
  for (const part of splitTests(tests)) {
    const test = literalTest(part) ?? comparison(part) ?? interval(part);
    if (!test) return null;
    parts.push(test);
  }
  return parts.length === 0 ? null : (value) => parts.some((test) => test(value));
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;

function literalTest(part: string): Simple | null {
  const literal = literalOf(part);
  return literal === undefined ? null : (value) => value === literal;
}

/** A text without escapes, a plain decimal number, true or false. */
function literalOf(part: string): string | number | boolean | undefined {
  const text = /^"([^"\\]*)"$/u.exec(part)?.[1];
  if (text !== undefined) return text;
  if (new RegExp(`^${NUMBER}$`).test(part)) return Number(part);
  return part === 'true' ? true : part === 'false' ? false : undefined;
}

function comparison(part: string): Simple | null {
  const match = new RegExp(`^(<=|>=|<|>)\\s*(${NUMBER})$`).exec(part);
  if (!match) return null;
  const limit = Number(match[2]);
  switch (match[1]) {
    case '<':
      return (value) => typeof value === 'number' && value < limit;
    case '<=':
      return (value) => typeof value === 'number' && value <= limit;
    case '>':
      return (value) => typeof value === 'number' && value > limit;
    default:
      return (value) => typeof value === 'number' && value >= limit;
  }
}

/** `[1..5]`, `(1..5)`, and `]1..5[` for the latter. */
function interval(part: string): Simple | null {
  const match = new RegExp(`^([[(\\]])\\s*(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})\\s*([\\])[])$`).exec(part);
  if (!match) return null;
  const [low, high] = [Number(match[2]), Number(match[3])];
  const [fromLow, toHigh] = [match[1] === '[', match[4] === ']'];
  return (value) =>
    typeof value === 'number' && (fromLow ? value >= low : value > low) && (toHigh ? value <= high : value < high);
}
