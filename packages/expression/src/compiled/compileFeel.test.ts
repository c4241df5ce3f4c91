import { describe, expect, test } from 'vitest';
import { evaluateFeel, interpret } from '../evaluateFeel.ts';
import type { Json, JsonObject } from '../Json.ts';
import { parseExpression } from '../parseExpression.ts';
import { outcomeOf } from '../testing/outcomeOf.ts';

type Case = readonly [source: string, variables: JsonObject, expected: Json];
const compiledOf = (source: string) => parseExpression(source).compiled();
const interpreted = (source: string, variables: JsonObject) => interpret(parseExpression(source), variables, 0);

/** Answered without the interpreter, and as the interpreter answers. */
const COMPILED: Readonly<Record<string, readonly Case[]>> = {
  'null and what is of another kind': [
    ['amount > 10', { amount: null }, null],
    ['10 < amount', { amount: null }, null],
    ['amount > limit', { amount: 1, limit: null }, null],
    ['amount + 1', { amount: null }, null],
    ['amount = null', { amount: null }, true],
    ['amount = null', { amount: 0 }, false],
    ['amount != null', { amount: null }, false],
    ['null = null', {}, true],
    ['amount = "7"', { amount: 7 }, null],
    ['amount != "7"', { amount: 7 }, null],
    ['amount = 7', { amount: '7' }, null],
    ['amount > 5', { amount: '7' }, true],
    ['amount > 5', { amount: 'x' }, false],
    ['amount >= 5', { amount: 'x' }, true],
    ['amount <= 5', { amount: 'x' }, true],
    ['won > 0', { won: true }, true],
    ['"a" < name', { name: 'b' }, true],
    ['a + b', { a: '1', b: 1 }, null],
    ['a - b', { a: 'x', b: 'x' }, null],
    ['-a', { a: 'x' }, null],
    ['list.length', { list: 'text' }, null],
  ],
  'a variable that is not there, where the result is not null': [
    ['x = null', {}, true],
    ['x = 1 or true', {}, true],
    ['x > 1 and false', {}, false],
    ['if x = null then "none" else "some"', {}, 'none'],
    ['x in (1, 2)', {}, false],
    ['[x]', {}, [null]],
    ['x = null', { x: undefined as never }, true],
  ],
  'three-valued logic': [
    ['a and b', { a: true, b: null }, null],
    ['a and b', { a: false, b: null }, false],
    ['a or b', { a: true, b: null }, true],
    ['a or b', { a: false, b: null }, null],
    ['a and b', { a: 'x', b: true }, null],
    ['a and b', { a: 1, b: 1 }, null],
    ['not(a)', { a: null }, null],
    ['not(a)', { a: 0 }, null],
    ['if a then 1 else 2', { a: 0 }, 1],
    ['if a then 1 else 2', { a: null }, 2],
  ],
  'numbers are as JavaScript has them': [
    ['0.1 + 0.2', {}, 0.1 + 0.2],
    ['a + b = 0.3', { a: 0.1, b: 0.2 }, false],
    ['a / b', { a: 1, b: 0 }, null],
    ['a / b', { a: 1, b: -0 }, null],
    ['a / b > 5', { a: 1, b: 0 }, null],
    ['-a', { a: 0 }, 0],
    ['a * 1', { a: -0 }, -0],
    ['a = 0', { a: -0 }, true],
    ['-0', {}, -0],
    ['a ** b', { a: 2, b: 0.5 }, Math.SQRT2],
    ['12345678901234567890', {}, Number('12345678901234567890')],
    ['007 + .5', {}, 7.5],
    ['7 - 3 - 2 * 2', {}, 0],
  ],
  'lists and contexts': [
    ['a = b', { a: [1, 2], b: [1, 2] }, true],
    ['a = b', { a: [1, 2], b: [2, 1] }, false],
    ['a = b', { a: { x: 1, y: [1] }, b: { y: 1, x: 1 } }, true],
    ['a = b', { a: { x: 1 }, b: { x: '1' } }, false],
    ['a = 1', { a: [1] }, true],
    ['a = []', { a: [] }, true],
    ['a = null', { a: [] }, false],
    ['a = [null]', { a: [] }, true],
    ['a = 1', { a: [1, 2] }, null],
    ['a.b', { a: [{ b: 1 }, { c: 2 }, 3, null] }, [1, null, null, null]],
    ['a.b.c', { a: { b: { c: 1 } } }, 1],
    ['a.b.c', { a: { b: null } }, null],
    ['a.constructor', { a: {} }, null],
    ['a.b - c', { a: { b: 3, bc: 1 }, c: 1 }, 2],
    ['count(a)', { a: [1, [2]] }, 2],
    ['list contains(a, null)', { a: [1, null] }, true],
  ],
  in: [
    ['a in [1..5]', { a: 5 }, true],
    ['a in [1..5)', { a: 5 }, false],
    ['a in ]1..5]', { a: 1 }, false],
    ['a in [5..1]', { a: 3 }, true],
    ['a in (5..1]', { a: 5 }, false],
    ['a in [b..5]', { a: 3, b: null }, true],
    ['a in [b..b]', { a: 3, b: null }, null],
    ['a in [1..5]', { a: null }, null],
    ['a in ["a".."c"]', { a: 'b' }, true],
    ['a in ("x", "y")', { a: 'y' }, true],
    ['a in ("x", "y")', { a: 1 }, false],
    ['a in ("x", "y")', { a: null }, false],
    ['a in ("x", null)', { a: null }, true],
    ['a in ("x", "y")', { a: ['x'] }, true],
    ['a in (< 1, > 5)', { a: null }, null],
    ['a in (< 1, 7)', { a: 7 }, true],
    ['a in b', { a: 1, b: [1, 2] }, true],
    ['a in b', { a: 1, b: 1 }, true],
    ['a in b', { a: 1, b: null }, null],
    ['a in []', { a: 1 }, false],
    ['a in [[1, 2], 3]', { a: [1, 2] }, true],
    ['a between 1 and b', { a: 1, b: null }, null],
    ['a between 5 and 1', { a: 3 }, true],
  ],
  'texts and functions': [
    ['a + "b"', { a: 'a' }, 'ab'],
    ['"\\\\n\\n\\""', {}, '\\n\n"'],
    ['string length("🐎a")', {}, 2],
    ['upper case(a)', { a: 'ß' }, 'SS'],
    ['contains(a, "b")', { a: null }, null],
    ['starts with(a, "x")', { a: 'xy' }, true],
    ['"n" + string(a)', { a: 1e21 }, 'n1e+21'],
    ['abs(a)', { a: 'x' }, null],
  ],
  names: [
    ['Credit Score > 600', { 'Credit Score': 700, Credit: 1 }, true],
    ['客户.等级 = "A"', { 客户: { 等级: 'A' } }, true],
    ['date = "2026-01-01"', { date: '2026-01-01' }, true],
    ['// why\na /* how */ > 1', { a: 2 }, true],
  ],
};

describe.each(Object.entries(COMPILED))('compiled: %s', (_, cases) => {
  test.each(cases)('%s over %j gives %j', (source, variables, expected) => {
    expect(compiledOf(source)?.(variables)).toEqual(expected);
    expect(interpreted(source, variables)).toEqual(expected);
  });
});

/** The interpreter is asked, and what it says is what comes. */
test.each<readonly [why: string, source: string, variables: JsonObject]>([
  ['the missing variable is named', 'amount > 10', {}],
  ['the first missing one is named', 'a + b > c', { b: 1 }],
  ['a truth value has no order', 'a > true', { a: 1 }],
  ['a context has no order', 'a > b', { a: 1, b: {} }],
  ['a range of two kinds', 'a in [1.."x"]', { a: 1 }],
  ['a later test fails although an earlier one is met', 'a in (1, [b..5])', { a: 1, b: true }],
  ['the second part of "and" fails although the first decides', 'false and a > b', { a: 1, b: {} }],
  ['a list compared by order', 'a > 1', { a: [2] }],
  ['a list of one as a text', 'contains(a, "x")', { a: ['xy'] }],
  ['a list in a list', 'a.length', { a: [[1, 2]] }],
  ['a name with spaces around it', 'a.b', { a: { ' b ': 1 } }],
  ['an entry that takes up what follows: -', 'a.b-c', { a: { 'b-c': 1 } }],
  ['an entry that takes up what follows: and', 'a.b and c', { a: { 'b and c': 1 } }],
  ['an entry that takes up what follows: .', 'a.b.c', { a: { 'b.c': 1, b: { c: 2 } } }],
  ['a variable called like the function', 'not(a)', { not: 1, a: true }],
  ['a function without its call', 'abs', {}],
  ['one of our functions without its call', 'min', {}],
  ['a date among the variables', 'a', { a: new Date(0) as never }],
  ['a date in a list', '[a.b]', { a: { b: new Date(0) as never } }],
  ['a date in what is compared', 'a = b', { a: [1, new Date(0) as never], b: [1, 2] }],
])('left to the interpreter: %s', (_, source, variables) => {
  const compiled = compiledOf(source);
  expect(compiled).not.toBeNull();
  expect(compiled?.(variables)).toBeUndefined();
  expect(outcomeOf(() => evaluateFeel(source, variables, 0))).toBe(outcomeOf(() => interpreted(source, variables)));
});

test.each<readonly [why: string, source: string, variables: JsonObject]>([
  ['a number without end', 'a * a', { a: 1e308 }],
  ['a text that no database keeps', 'a + "!"', { a: 'x\ud800' }],
  ['a date deep inside', 'a', { a: { b: [new Date(0) as never] } }],
  ['more than a variable may hold', 'a + a', { a: 'x'.repeat(600_000) }],
])('what JSON can not hold is left to the interpreter: %s', (_, source, variables) => {
  expect(outcomeOf(() => evaluateFeel(source, variables, 0))).toBe(outcomeOf(() => interpreted(source, variables)));
});

test.each([
  'date("2026-01-01") > a',
  'a[1]',
  '{ a: 1 }.a',
  'min(1, 2)',
  'for i in a return i',
  'a instance of number',
  'nothing(a)',
  'abs(n: 1)',
  '- 5',
  '"\\u0041"',
  '(a).b',
  'a.b c',
  'a.b /* c */ and d',
  'Credit  Score > 1',
  'overlaps before = 1',
  'date = "date("',
])('not compiled: %s', (source) => {
  expect(compiledOf(source)).toBeNull();
});

test('an expression is compiled once', () => {
  expect(compiledOf('a + 12')).toBe(compiledOf('a + 12'));
});

test('what is given back is not what was given', () => {
  const deal = { amounts: [1] };
  const value = evaluateFeel('deal.amounts', { deal }, 0);
  expect(value).toEqual([1]);
  expect(value).not.toBe(deal.amounts);
});
