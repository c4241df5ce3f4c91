import { describe, expect, test } from 'vitest';
import { decisionInputs } from './decisionInputs.ts';
import { parseDecisions } from './parseDecisions.ts';
import { decision, dmn, literal, requires, table } from './testing/dmn.ts';

const asked = async (content: string, id = 'd') =>
  decisionInputs(await parseDecisions(dmn(content)), id).map(({ path }) => path.join('.'));
const needs = (id: string) => `<informationRequirement><requiredInput href="#${id}" /></informationRequirement>`;

describe('what has to be known to evaluate a decision', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'the columns of a table',
      decision('d', table({ inputs: ['n', 'm'], outputs: ['r'], rules: ['1; 2 | 3'] })),
      ['n', 'm'],
    ],
    [
      'an entry, and not the whole of it',
      decision('d', table({ inputs: ['deal.amount'], outputs: ['r'], rules: ['1 | 2'] })),
      ['deal.amount'],
    ],
    [
      'what a column computes with',
      decision('d', table({ inputs: ['amount * rate'], outputs: ['r'], rules: ['1 | 2'] })),
      ['amount', 'rate'],
    ],
    [
      'what a cell compares with',
      decision('d', table({ inputs: ['n'], outputs: ['r'], rules: ['< limit, [a..b], not(> c) | base + 1'] })),
      ['n', 'limit', 'a', 'b', 'c', 'base'],
    ],
    [
      'what an expression reads, not what it binds or calls',
      decision('d', literal('sum(for x in items return x * rate) + count([y])')),
      ['items', 'rate', 'y'],
    ],
    ['nothing of a text', decision('d', literal('"amount" + name')), ['name']],
    [
      'of required decisions, not their results',
      decision('a', literal('n + 1')) + decision('d', literal('a * m'), requires('a')),
      ['m', 'n'],
    ],
    ['of no decision that is not required', decision('a', literal('n + 1')) + decision('d', literal('m')), ['m']],
    [
      'what is declared',
      `<inputData id="i" name="unit price"><variable name="unit price" typeRef="number" /></inputData>${decision('d', literal('unit price * 2'), needs('i'))}`,
      ['unit price'],
    ],
  ])('%s', async (_what, content, expected) => {
    expect(await asked(content)).toEqual(expected);
  });

  test('the values to choose from, where all are literals', async () => {
    const content = decision(
      'd',
      table({ inputs: ['n: string = "a","b"', 'm: number = [1..9]'], outputs: ['r'], rules: ['"a"; 2 | 3'] }),
    );
    const inputs = decisionInputs(await parseDecisions(dmn(content)), 'd');
    expect(inputs.map(({ choices }) => choices)).toEqual([['a', 'b'], []]);
  });

  test('a decision that is not there is refused', async () => {
    const model = await parseDecisions(dmn(decision('d', literal('1'))));
    expect(() => decisionInputs(model, 'x')).toThrow('There is no decision "x".');
  });
});
