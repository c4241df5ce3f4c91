import { describe, expect, test } from 'vitest';
import { ask } from './testing/ask.ts';
import { decision, literal, table } from './testing/dmn.ts';

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

  test('the payment of a loan, as the specification’s example has it (10.6.5)', async () => {
    const loan = `<itemDefinition name="tLoan">${['amount', 'rate', 'term'].map((name) => `<itemComponent name="${name}"><typeRef>feel:number</typeRef></itemComponent>`).join('')}</itemDefinition>
<inputData id="l" name="Loan"><variable name="Loan" typeRef="tLoan" /></inputData>
<businessKnowledgeModel id="p" name="PMT"><encapsulatedLogic><formalParameter name="p" /><formalParameter name="r" /><formalParameter name="n" />${literal('(p*r/12)/(1-(1+r/12)**-n)')}</encapsulatedLogic><variable name="PMT" /></businessKnowledgeModel>`;
    const needs = `<informationRequirement><requiredInput href="#l" /></informationRequirement><knowledgeRequirement><requiredKnowledge href="#p" /></knowledgeRequirement>`;
    const payment = decision('d', literal('PMT(Loan.amount, Loan.rate, Loan.term) + fee'), needs);
    const given = { Loan: { amount: 600_000, rate: 0.0375, term: 360 }, fee: 100 };
    expect(await ask(loan + payment, given)).toBeCloseTo(2878.693549, 6);
  });

  test('names with signs in them, as a decision, a parameter and a column', async () => {
    const category = decision('c', literal('"HIGH"'), '', 'Pre-bureau risk');
    const rows = table({
      hitPolicy: 'FIRST',
      inputs: ['Pre-bureau risk'],
      outputs: ['r'],
      rules: ['"HIGH" | "FULL"', '- | "NONE"'],
    });
    const calls = `<businessKnowledgeModel id="t" name="Call-type table"><encapsulatedLogic><formalParameter name="Pre-bureau risk" />${rows}</encapsulatedLogic></businessKnowledgeModel>`;
    const invocation = `<invocation>${literal('Call-type table')}<binding><parameter name="Pre-bureau risk" />${literal('Pre-bureau risk')}</binding></invocation>`;
    const needs = `<informationRequirement><requiredDecision href="#c" /></informationRequirement><knowledgeRequirement><requiredKnowledge href="#t" /></knowledgeRequirement>`;
    expect(await ask(category + calls + decision('d', invocation, needs), {})).toBe('FULL');
  });
});
