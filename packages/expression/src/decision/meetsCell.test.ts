import { unaryTest } from 'feelin';
import { expect, test } from 'vitest';
import { cellsOver } from './meetsCell.ts';

const NUMBERS = [-3, -1.5, 0, 1, 2.5, 4];
const WORDS = ['', 'a', 'ab', 'b', '甲'];
const numberTests = NUMBERS.flatMap((low) => [
  String(low),
  ...['<', '<=', '>', '>='].map((operator) => `${operator} ${low}`),
  ...NUMBERS.filter((high) => high >= low).flatMap((high) =>
    ['[]', '()', '][', '[)', '(]'].map(([open, close]) => `${open}${low}..${high}${close}`),
  ),
]);
const wordTests = WORDS.flatMap((word) => [`"${word}"`, `> "${word}"`, `["a".."${word}b"]`]);

/** Each test alone, with the next one, and both negated. */
function cellsOf(tests: readonly string[]): readonly string[] {
  return tests.flatMap((one, at) => {
    const both = `${one}, ${tests[(at + 7) % tests.length] ?? one}`;
    return [one, both, `not(${one})`, `not(${both})`];
  });
}

test.each([
  ['numbers', cellsOf(numberTests), NUMBERS],
  ['texts', cellsOf(wordTests), WORDS],
] as const)('cells of literals mean what the interpreter takes them for: %s', (_kind, cells, values) => {
  const { meets } = cellsOver({});
  // a range that runs backwards is another matter: the interpreter turns it round
  const different = cells
    .filter((cell) => !/"a"\.\."b?"/.test(cell))
    .flatMap((cell) =>
      values
        .filter((value) => meets(cell, value) !== unaryTest(cell, { '?': value }).value)
        .map((value) => [cell, value]),
    );
  expect(different).toEqual([]);
});

test('where in a list of values one stands', () => {
  const { placeOf } = cellsOver({});
  expect(['a', 'b', 'c'].map((value) => placeOf('"b", "a"', value))).toEqual([1, 0, null]);
});

test('each value has its own answer, however often it is asked', () => {
  const { meets } = cellsOver({ limit: 2 });
  expect([3, 1, 3, '3'].map((value) => meets('> limit', value))).toEqual([true, false, true, false]);
});
