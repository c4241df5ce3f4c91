import { expect, test } from 'vitest';
import { createFeelChecker } from './checkFeel.ts';

const { feel: checkFeel, tests: checkTests } = createFeelChecker();
const NAMES = new Set(['risk-class', 'with tax']);

test.each([
  '1',
  'risk-class + 1',
  'with tax(1)',
  'count([1])',
  'overlaps before([1..2], [2..3])',
  '{ f: function(x) x }.f(1)',
])('right: %s', (source) => {
  expect(checkFeel(source, NAMES)).toBeNull();
});

test.each([
  ['1 +', 'character 4'],
  ['', 'character 1'],
  ['no tax(1)', 'no function "no tax"'],
  ['1e3', 'character 1'],
  ['('.repeat(200), 'brackets'],
])('wrong: %s', (source, en) => {
  const found = checkFeel(source, NAMES);
  expect(found?.en).toContain(en);
  expect(found?.zh).toMatch(/\p{Script=Han}/u);
});

test.each(['', '-', '"a"', 'not("a", "b")', '> risk-class', 'contains(?, "a")', 'with tax(?) > 1'])(
  'a right cell: %s',
  (source) => {
    expect(checkTests(source, NAMES)).toBeNull();
  },
);

test.each(['<', '"a" "b"', 'not(-)', 'odd one(?)'])('a wrong cell: %s', (source) => {
  expect(checkTests(source, NAMES)).not.toBeNull();
});

test('the same text is looked at once, and not more than so many', () => {
  const { feel, exhausted } = createFeelChecker(2);
  expect([feel('1 +', NAMES), feel('1 +', NAMES), feel('2 +', NAMES)].map(Boolean)).toEqual([true, true, true]);
  expect(exhausted()).toBe(false);
  expect(feel('3 +', NAMES)).toBeNull();
  expect(exhausted()).toBe(true);
});
