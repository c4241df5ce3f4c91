import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../Json.ts';
import { ask, askTable } from './testing/ask.ts';
import { decision, literal } from './testing/dmn.ts';

describe('cells (7.3.2 and 10.3.1.2)', () => {
  const one = (cell: string, value: JsonObject[string], type = '') =>
    askTable({ inputs: [`x${type}`], outputs: ['r'], rules: [`${cell} | true`] }, { x: value });

  test.each<[string, JsonObject[string], boolean]>([
    ['-', 1, true],
    ['"a"', 'a', true],
    ['"a","b"', 'b', true],
    ['"a","b"', 'c', false],
    ['not("a","b")', 'c', true],
    ['not("a","b")', 'a', false],
    ['< 5', 4, true],
    ['< 5', 5, false],
    ['>= 5', 5, true],
    ['[1..5]', 5, true],
    ['(1..5)', 5, false],
    [']1..5]', 1, false],
    ['[1..5[', 5, false],
    ['< 0, > 10', 11, true],
    ['true', true, true],
    ['false', true, false],
    ['null', null, true],
    ['"a"', null, false],
    ['< 5', null, false],
    ['< 5', 'text', false],
    // the interpreter compares as JavaScript does, and finds that the text "7" is more than 5
    ['> 5', '7', false],
    // neither true nor false of null: met by no one, negated or not (10.3.2.4)
    ['not(< 5)', null, false],
    ['not(null)', null, false],
    ['not("a")', null, true],
    ['not(? > 5)', null, false],
    ['not(contains(?, "ell"))', 'hullo', true],
    ['= 5', 5, true],
    ['!= 5', 4, true],
    ['[1, 2, 3]', 2, true],
    ['[1, 2, 3]', 4, false],
    ['> 5', [6], true],
    ['"a"', ['a', 'b'], false],
    ['if ? > 3 then true else false', 3, false],
    ['? in [1..3]', 2, true],
    ['["a".."c"]', 'b', true],
    ['"甲", "乙"', '乙', true],
    ['// why\n"a"', 'a', true],
    ['x + 1', 3, false],
    ['? > 2', 3, true],
    ['contains(?, "ell")', 'hello', true],
    ['list contains([1, 2], ?)', 2, true],
    ['"a \\"b\\""', 'a "b"', true],
    ['"a,b"', 'a,b', true],
  ])('%s with %j: %s', async (cell, value, expected) => {
    expect(await one(cell, value)).toBe(expected ? true : null);
  });

  test('dates are compared as dates where the input says it is one (10.3.2.3.4)', async () => {
    expect(await one('< date("2026-02-01")', '2026-01-31', ': date')).toBe(true);
    expect(await one('< date("2026-02-01")', '2026-02-01', ': date')).toBeNull();
    expect(await one('[date("2026-01-01")..date("2026-01-31")]', '2026-01-15', ': date')).toBe(true);
    expect(await one('> duration("P1D")', 'PT30H', ': dayTimeDuration')).toBe(true);
  });

  test.each([
    ['gold', 'rule 1, input 1: "gold" has no result: there is no variable "gold"'],
    ['> limit', 'there is no variable "limit"'],
  ])('a cell that names what is not there is told with its place: %s', async (cell, message) => {
    await expect(one(cell, 'a')).rejects.toMatchObject({
      code: 'variable-unknown',
      message: expect.stringContaining(message) as string,
    });
  });

  test('a variable is found under its name, with spaces and signs', async () => {
    const sketch = { inputs: ['x'], outputs: ['r'], rules: ['> risk-class limit | true'] };
    expect(await askTable(sketch, { x: 3, 'risk-class limit': 2 })).toBe(true);
    expect(await askTable({ ...sketch, inputs: ['Credit  Score'] }, { 'Credit Score': 3, 'risk-class limit': 2 })).toBe(
      true,
    );
  });

  test('today() is the command’s, so that it can be replayed', async () => {
    expect(await ask(decision('d', literal('string(today())')), {})).toBe('2026-01-15');
  });
});
