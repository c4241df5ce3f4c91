import { describe, expect, test } from 'vitest';
import { askTable } from './testing/ask.ts';
import type { TableSketch } from './testing/dmn.ts';

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

  test('the least and the greatest of dates and texts (10.3.4.4)', async () => {
    const dates = { aggregation: 'MIN', outputs: ['r'], rules: ['- | date("2026-02-01")', '- | date("2026-01-01")'] };
    expect(await askTable(overlapping('COLLECT', dates), { n: 5 })).toBe('2026-01-01');
    const mixed = { aggregation: 'MAX', outputs: ['r'], rules: ['- | 1', '- | "a"'] };
    await expect(askTable(overlapping('COLLECT', mixed), { n: 5 })).rejects.toThrow(/compared/);
  });

  test('priority by several outputs: the left one first; those without values do not count', async () => {
    const sketch = {
      hitPolicy: 'OUTPUT ORDER',
      inputs: ['n'],
      outputs: ['routing: string = "DECLINE","REFER","ACCEPT"', 'review: number = [3..9],[1..2]', 'reason: string'],
      rules: ['- | "ACCEPT"; 1; "z"', '- | "REFER"; 2; "y"', '- | "REFER"; 4; "x"'],
    };
    expect(await askTable(sketch, { n: 5 })).toMatchObject([{ reason: 'x' }, { reason: 'y' }, { reason: 'z' }]);
  });

  test('what is to be summed must be numbers', async () => {
    await expect(askTable(overlapping('COLLECT', { aggregation: 'SUM' }), { n: 5 })).rejects.toThrow(/no number/);
  });
});

describe('results (8.2.11 and 10.3.2.10)', () => {
  test('no rule matches: null, or the default output', async () => {
    expect(await askTable(overlapping('UNIQUE'), { n: 50 })).toBeNull();
    expect(await askTable(overlapping('FIRST', { outputs: ['r: string ! "none"'] }), { n: 50 })).toBe('none');
    expect(await askTable(overlapping('COLLECT', { aggregation: 'COUNT' }), { n: 50 })).toBeNull();
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
    await expect(askTable(sketch, { region: 'CN' })).rejects.toThrow(
      /input 1 \(region\): "CN" is not among the allowed values/,
    );
  });

  test('an output that is not among its values is an error (8.2.5)', async () => {
    const sketch = { inputs: ['n'], outputs: ['r: string = "a","b"'], rules: ['- | "c"'] };
    await expect(askTable(sketch, { n: 1 })).rejects.toThrow(/rule 1, output 1: "c" is not among/);
  });
});
