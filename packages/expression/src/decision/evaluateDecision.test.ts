import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../Json.ts';
import { evaluateDecision } from './evaluateDecision.ts';
import { parseDecisions } from './parseDecisions.ts';
import { decision, dmn, literal, requires, table, type TableSketch } from './testing/dmn.ts';

const NOW = Date.UTC(2026, 0, 15);

async function ask(content: string, variables: JsonObject, id = 'd') {
  return evaluateDecision(await parseDecisions(dmn(content)), id, variables, NOW);
}
const askTable = (sketch: TableSketch, variables: JsonObject) => ask(decision('d', table(sketch)), variables);

/** Two rules match 5, one matches 15, none matches 50. */
const overlapping = (hitPolicy: string, more: Partial<TableSketch> = {}): TableSketch => ({
  hitPolicy,
  inputs: ['n: number'],
  outputs: ['r: string = "high","low"'],
  rules: ['< 10 | "low"', '< 20 | "high"'],
  ...more,
});

describe('single hit policies (DMN 1.3, 8.2.10)', () => {
  test('unique: the one rule that matches; more than one is an error that names them', async () => {
    expect(await askTable(overlapping('UNIQUE'), { n: 15 })).toBe('high');
    await expect(askTable(overlapping('UNIQUE'), { n: 5 })).rejects.toMatchObject({
      code: 'decision-failed',
      message: expect.stringContaining('rules 1 and 2'),
    });
  });

  test('unique is what a table without a hit policy has', async () => {
    const { hitPolicy: _, ...sketch } = overlapping('');
    await expect(askTable(sketch, { n: 5 })).rejects.toThrow(/UNIQUE/);
  });

  test('any: rules that match must agree', async () => {
    const agreeing = overlapping('ANY', { rules: ['< 10 | "low"', '< 20 | "low"'] });
    expect(await askTable(agreeing, { n: 5 })).toBe('low');
    await expect(askTable(overlapping('ANY'), { n: 5 })).rejects.toThrow(/ANY/);
  });

  test('priority: the output that stands first among the output values', async () => {
    expect(await askTable(overlapping('PRIORITY'), { n: 5 })).toBe('high');
  });

  test('first: the first rule in the order of the table', async () => {
    expect(await askTable(overlapping('FIRST'), { n: 5 })).toBe('low');
  });
});

describe('multiple hit policies (8.2.10)', () => {
  test('output order: all, by the priority of the output values', async () => {
    expect(await askTable(overlapping('OUTPUT ORDER'), { n: 5 })).toEqual(['high', 'low']);
  });

  test('rule order and collect: all, in the order of the table', async () => {
    expect(await askTable(overlapping('RULE ORDER'), { n: 5 })).toEqual(['low', 'high']);
    expect(await askTable(overlapping('COLLECT'), { n: 5 })).toEqual(['low', 'high']);
  });

  test.each([
    ['SUM', 7],
    ['MIN', 3],
    ['MAX', 4],
    ['COUNT', 2],
  ])('collect aggregates: %s', async (aggregation, expected) => {
    const numbers = { aggregation, outputs: ['r: number'], rules: ['< 10 | 3', '< 20 | n - 1'] };
    expect(await askTable(overlapping('COLLECT', numbers), { n: 5 })).toBe(expected);
  });

  test('what is to be summed must be numbers', async () => {
    await expect(askTable(overlapping('COLLECT', { aggregation: 'SUM' }), { n: 5 })).rejects.toThrow(/no number/);
  });
});

describe('results (8.2.11 and 10.3.2.10)', () => {
  test('no rule matches: null, or the default output', async () => {
    expect(await askTable(overlapping('UNIQUE'), { n: 50 })).toBeNull();
    expect(await askTable(overlapping('FIRST', { outputs: ['r: string ! "none"'] }), { n: 50 })).toBe('none');
    expect(await askTable(overlapping('COLLECT', { aggregation: 'COUNT' }), { n: 50 })).toBe(0);
  });

  test('several outputs make a context', async () => {
    const sketch = {
      inputs: ['n'],
      outputs: ['level: string', 'fee: number'],
      rules: ['> 1 | "high"; n * 2', '- | ; '],
    };
    expect(await askTable({ ...sketch, hitPolicy: 'FIRST' }, { n: 5 })).toEqual({ level: 'high', fee: 10 });
    expect(await askTable({ ...sketch, hitPolicy: 'FIRST' }, { n: 1 })).toEqual({ level: null, fee: null });
  });

  test('a table without inputs has its rules always', async () => {
    expect(await askTable({ inputs: [], outputs: ['r'], rules: [' | 7'] }, {})).toBe(7);
  });

  test('a value that is not allowed is an error (8.2.4)', async () => {
    const sketch = { inputs: ['region: string = "EU","US"'], outputs: ['r'], rules: ['"EU" | 1', '"US" | 2'] };
    expect(await askTable(sketch, { region: 'US' })).toBe(2);
    await expect(askTable(sketch, { region: 'CN' })).rejects.toThrow(/"CN" is not among the values/);
  });

  test('an output that is not among its values is an error (8.2.5)', async () => {
    const sketch = { inputs: ['n'], outputs: ['r: string = "a","b"'], rules: ['- | "c"'] };
    await expect(askTable(sketch, { n: 1 })).rejects.toThrow(/output values/);
  });
});

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

  test('today() is the command’s, so that it can be replayed', async () => {
    expect(await ask(decision('d', literal('string(today())')), {})).toBe('2026-01-15');
  });
});

describe('requirements (6.3.13 and 10.4)', () => {
  const risk = decision(
    'risk',
    table({ inputs: ['Credit Score: number'], outputs: ['r'], rules: ['< 600 | "high"', '>= 600 | "low"'] }),
    '',
    'Risk Level',
  );
  const fee = decision(
    'd',
    table({ inputs: ['Risk Level'], outputs: ['r'], rules: ['"high" | Amount * 2', '"low" | Amount'] }),
    requires('risk'),
  );

  test('a decision reads the results of those that it requires by their names, with spaces too', async () => {
    expect(await ask(risk + fee, { 'Credit Score': 500, Amount: 10 })).toBe(20);
    expect(await ask(risk + fee, { 'Credit Score': 700, Amount: 10 })).toBe(10);
  });

  test('a date that a required decision gives is a date for the one that requires it', async () => {
    const due = decision('due', literal('date("2026-01-31")'));
    const late = decision('d', literal('due + duration("P1D") > date("2026-01-31")'), requires('due'));
    expect(await ask(due + late, {})).toBe(true);
    expect(await ask(due, {}, 'due')).toBe('2026-01-31');
  });

  test('input data says what type a variable is', async () => {
    const input = '<inputData id="i" name="Signed"><variable name="Signed" typeRef="date" /></inputData>';
    const needs = '<informationRequirement><requiredInput href="#i" /></informationRequirement>';
    expect(await ask(input + decision('d', literal('Signed.year'), needs), { Signed: '2026-03-01' })).toBe(2026);
  });

  test('a decision that is not there is said to be missing', async () => {
    await expect(ask(risk, {}, 'x')).rejects.toMatchObject({ code: 'decision-unknown' });
  });
});

describe('boxed expressions (7.3 and 10.2.1)', () => {
  test('a literal expression', async () => {
    expect(await ask(decision('d', literal('if amount > 10 then "big" else "small"')), { amount: 11 })).toBe('big');
  });

  test('a context: each entry sees those before, the one without a name is the result', async () => {
    const entry = (name: string, expression: string) =>
      `<contextEntry>${name && `<variable name="${name}" />`}${literal(expression)}</contextEntry>`;
    const both = `<context>${entry('net', 'amount * 2')}${entry('gross', 'net + 1')}</context>`;
    expect(await ask(decision('d', both), { amount: 3 })).toEqual({ net: 6, gross: 7 });
    const result = `<context>${entry('net', 'amount * 2')}${entry('', 'net + 1')}</context>`;
    expect(await ask(decision('d', result), { amount: 3 })).toBe(7);
  });

  test('a list and a relation', async () => {
    expect(await ask(decision('d', `<list>${literal('1')}${literal('n')}</list>`), { n: 2 })).toEqual([1, 2]);
    const relation = `<relation><column name="a" /><column name="b" /><row>${literal('1')}${literal('n')}</row></relation>`;
    expect(await ask(decision('d', relation), { n: 2 })).toEqual([{ a: 1, b: 2 }]);
  });

  const knowledge = `<businessKnowledgeModel id="f" name="with tax"><variable name="with tax" />
<encapsulatedLogic><formalParameter name="net" typeRef="number" />${literal('net * rate')}</encapsulatedLogic></businessKnowledgeModel>`;
  const knows = '<knowledgeRequirement><requiredKnowledge href="#f" /></knowledgeRequirement>';

  test('a knowledge model is called as a function, with the scope around it', async () => {
    expect(await ask(knowledge + decision('d', literal('with tax(10)'), knows), { rate: 2 })).toBe(20);
  });

  test('an invocation binds by name', async () => {
    const invocation = `<invocation>${literal('with tax')}<binding><parameter name="net" />${literal('amount')}</binding></invocation>`;
    expect(await ask(knowledge + decision('d', invocation, knows), { amount: 4, rate: 2 })).toBe(8);
    const wrong = invocation.replace('name="net"', 'name="nett"');
    await expect(ask(knowledge + decision('d', wrong, knows), { amount: 4, rate: 2 })).rejects.toThrow(
      /no parameter "nett"/,
    );
  });
});
