import { expect, test } from 'vitest';
import { plainCell, plainLiteral } from './plainCell.ts';

test.each([
  ['"a","b"', { negated: false, tests: [{ operand: { value: 'a' } }, { operand: { value: 'b' } }] }],
  [' not( 1 , "x" ) ', { negated: true, tests: [{ operand: { value: 1 } }, { operand: { value: 'x' } }] }],
  ['>=-2.50', { tests: [{ kind: 'compare', operator: '>=', to: { value: -2.5 } }] }],
  [']1 .. 5)', { tests: [{ kind: 'range', fromIncluded: false, toIncluded: false }] }],
  ['"a,b"', { tests: [{ operand: { value: 'a,b' } }] }],
])('%s is read without the parser', (source, expected) => {
  expect(plainCell(source)).toMatchObject(expected);
});

test.each([
  '',
  '-',
  'a',
  '1e3',
  '"a',
  '1,',
  ',1',
  '1 2',
  'not(1',
  'not(not(1))',
  '"a\\"b"',
  '< x',
  '[1..x]',
  'null',
  '? > 1',
])('%s is left to the parser', (source) => {
  expect(plainCell(source)).toBeNull();
});

test('literals', () => {
  expect(['"a"', '-1.5', 'true', 'false', 'null', 'x', '"\\n"'].map(plainLiteral)).toEqual([
    'a',
    -1.5,
    true,
    false,
    undefined,
    undefined,
    undefined,
  ]);
});
