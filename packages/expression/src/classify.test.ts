import { expect, test } from 'vitest';
import { parseExpression } from './parseExpression.ts';

test.each([
  'amount > 10',
  'a.b.c = "x" or not(d)',
  'starts with(name, "A") and string length(name) < 5',
  'date(due) < today() + duration("P3D")',
  'x in [1..1000000000]',
  'x in (1, 2, > 5)',
  'x between 1 and 2',
  'sum(items)',
  'if a = null then 1 else 2',
  '{ a: 1, b: [1, 2] }',
  '"a" + string(1)',
])('%s is plain', (source) => {
  expect(parseExpression(source).kind).toBe('plain');
});

test.each([
  'matches(a, "^(a+)+$")',
  'replace(a, "a", "b")',
  'split(a, ",")',
  'for i in 1..3 return i',
  'some x in y satisfies x > 1',
  'every x in y satisfies x > 1',
  'function(x) x',
  'count([1..1000000000])',
  '[1..1000000000][item > 3]',
  'list[item > 3]',
  'sort(list, function(x, y) x < y)',
  '{ a: "x", b: a + a }',
  '{ "a": "x", b: { c: a + a } }',
  'concatenate(a, a)',
  'f(1)',
  '{ f: function(x) x }.f(1)',
  '(matches)(a, "b")',
  'a.matches("b")',
])('%s is guarded', (source) => {
  expect(parseExpression(source).kind).toBe('guarded');
});
