import { describe, expect, test } from 'vitest';
import { ask } from './testing/ask.ts';
import { decision, literal } from './testing/dmn.ts';

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
