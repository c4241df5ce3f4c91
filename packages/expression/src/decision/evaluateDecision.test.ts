import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../Json.ts';
import { ask, askTable } from './testing/ask.ts';
import { decision, literal, requires, table } from './testing/dmn.ts';

describe('types (7.3.3 and 10.3.2.9.4)', () => {
  const types = `<itemDefinition name="Grade"><typeRef>string</typeRef><allowedValues><text>"A","B"</text></allowedValues></itemDefinition>
<itemDefinition name="Customer"><itemComponent name="Grade"><typeRef>Grade</typeRef></itemComponent>
<itemComponent name="Since"><typeRef>date</typeRef></itemComponent></itemDefinition>
<itemDefinition name="Grades" isCollection="true"><typeRef>Grade</typeRef></itemDefinition>`;
  const input = (type: string) =>
    `<inputData id="i" name="Customer"><variable name="Customer" typeRef="${type}" /></inputData>`;
  const needs = '<informationRequirement><requiredInput href="#i" /></informationRequirement>';
  const given = (type: string, expression: string, value: JsonObject[string]) =>
    ask(types + input(type) + decision('d', literal(expression), needs), { Customer: value });

  test('a structure’s parts have their types', async () => {
    expect(await given('Customer', 'Customer.Since.year', { Grade: 'A', Since: '2020-05-01' })).toBe(2020);
    await expect(given('Customer', '1', { Since: 'long ago' })).rejects.toThrow(
      'Decision "d", input data "Customer": {"Since":"long ago"} is not of the type "date".',
    );
  });

  test('a collection is one also where a single value is given', async () => {
    expect(await given('Grades', 'count(Customer)', 'A')).toBe(1);
  });

  test('a type’s allowed values are those of an input and of an output', async () => {
    expect(await given('Grade', 'Customer', 'B')).toBe('B');
    await expect(given('Grade', 'Customer', 'C')).rejects.toMatchObject({ code: 'decision-value' });
    const sketch = { inputs: ['n'], outputs: ['r: Grade'], hitPolicy: 'PRIORITY', rules: ['< 9 | "B"', '< 8 | "A"'] };
    expect(await ask(types + decision('d', table(sketch)), { n: 1 })).toBe('A');
  });

  test('a value of another type is told, not compared in vain', async () => {
    const sketch = { inputs: ['n: number'], outputs: ['r: number'], rules: ['< 5 | "a"', '- | 1'] };
    await expect(askTable(sketch, { n: '3' })).rejects.toThrow('input 1 (n): "3" is not of the type "number"');
    await expect(askTable(sketch, { n: 3 })).rejects.toThrow('rule 1, output 1: "a" is not of the type "number"');
  });

  test('input data that is not given is null (6.3.11)', async () => {
    expect(await ask(types + input('Grade') + decision('d', literal('Customer = null'), needs), {})).toBe(true);
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

  test('a chain of 800 decisions is no deeper than a chain of one', async () => {
    const chain = Array.from({ length: 800 }, (_, at) =>
      decision(`d${at}`, literal(at === 0 ? '1' : `d${at - 1} + 1`), at === 0 ? '' : requires(`d${at - 1}`)),
    );
    expect(await ask(chain.join(''), {}, 'd799')).toBe(800);
  });

  test('a decision that is not there is said to be missing', async () => {
    await expect(ask(risk, {}, 'x')).rejects.toMatchObject({ code: 'decision-unknown' });
  });
});
