import { expect, test } from 'vitest';
import { evaluateFeel } from './evaluateFeel.ts';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
const feel = (source: string, variables = {}) => evaluateFeel(source, variables, NOW);

test.each([
  ['amount > 10', { amount: 11 }, true],
  ['deal.amount >= 10 and region = "华东"', { deal: { amount: 10 }, region: '华东' }, true],
  ['if won then "a" else "b"', { won: false }, 'b'],
  ['contains(name, "GmbH")', { name: 'X GmbH' }, true],
  ['x = null', {}, true],
  ['x = null', { x: null }, true],
  ['amount in [1..5]', { amount: 3 }, true],
  ['{ a: 1, b: x + 1 }', { x: 1 }, { a: 1, b: 2 }],
  ['date("2026-01-31") + duration("P1M")', {}, '2026-02-28'],
  ['duration("PT36H")', {}, 'P1DT12H'],
  ['now()', {}, '2026-01-02T03:04:05Z'],
  ['today()', {}, '2026-01-02'],
  ['客户.等级 = "A"', { 客户: { 等级: 'A' } }, true],
])('%s over %j gives %j', (source, variables, expected) => {
  expect(feel(source, variables)).toEqual(expected);
});

test('a null that comes from an unknown variable is explained by its name', () => {
  expect(() => feel('amount > 10')).toThrow(expect.objectContaining({ code: 'variable-unknown', position: 0 }));
  expect(() => feel('amount > 10')).toThrow(/"amount"/);
});

test('what JSON can not hold is refused', () => {
  expect(() => feel('[1..3]')).toThrow(expect.objectContaining({ code: 'expression-result' }));
  expect(() => feel('abs')).toThrow(expect.objectContaining({ code: 'expression-result' }));
});

test('a result too large to be a variable is refused, however it is made', () => {
  const doubled = `{ a0: "xx"${Array.from({ length: 26 }, (_, at) => `, a${at + 1}: a${at} + a${at}`).join('')} }`;
  expect(() => feel(doubled)).toThrow(expect.objectContaining({ code: 'expression-result' }));
  const shared = `{ a0: [1]${Array.from({ length: 40 }, (_, at) => `, a${at + 1}: [a${at}, a${at}]`).join('')} }`;
  expect(() => feel(shared)).toThrow(expect.objectContaining({ code: 'expression-result' }));
});

test('variables that are not named are not looked at', () => {
  const variables = Object.defineProperty({ a: 1 }, 'b', {
    enumerable: true,
    get: () => {
      throw new Error('looked at');
    },
  });
  expect(feel('a + 1', variables)).toBe(2);
});
