import { afterAll, expect, test } from 'vitest';
import { createEvaluator } from '../createEvaluator.ts';
import { isPlainDecision } from './isPlainDecision.ts';
import { parseDecisions } from './parseDecisions.ts';
import { decision, dmn, literal, requires, table } from './testing/dmn.ts';

const evaluator = createEvaluator({ deadlineMs: 200 });
/** for what is to come to its end, however busy the machine is */
const patient = createEvaluator({ deadlineMs: 25_000, budgetMs: 25_000 });
afterAll(() => Promise.all([evaluator.dispose(), patient.dispose()]));

test('a table of comparisons is evaluated in place', async () => {
  const model = await parseDecisions(
    dmn(decision('d', table({ inputs: ['n'], outputs: ['r'], rules: ['< 10 | n * 2', 'contains(?, "x") | 1'] }))),
  );
  expect(isPlainDecision(model, 'd')).toBe(true);
  const result = await evaluator.settle(0, (env) => env.decision(model, 'd', { n: 4 }));
  expect(result).toBe(8);
});

test('what could run long is stopped in a thread of its own, and told', async () => {
  const endless = 'sum(for a in 1..100000000 return a)';
  const model = await parseDecisions(dmn(decision('d', literal(endless))));
  expect(isPlainDecision(model, 'd')).toBe(false);
  await expect(evaluator.settle(0, (env) => env.decision(model, 'd', {}))).rejects.toMatchObject({
    code: expect.stringMatching(/^expression-(timeout|memory)$/) as string,
    isEvaluationError: true,
  });
});

test('a guarded decision gives the same result as in place', async () => {
  const model = await parseDecisions(dmn(decision('d', literal('for a in [1, 2] return a * n'))));
  expect(isPlainDecision(model, 'd')).toBe(false);
  expect(await patient.settle(0, (env) => env.decision(model, 'd', { n: 3 }))).toEqual([3, 6]);
});

test('a table of 1,000 plain rules asks the interpreter for none of them', async () => {
  const rules = Array.from({ length: 1_000 }, (_, at) => `[${at}..${at + 1}); "EU","US" | ${at}`);
  const model = await parseDecisions(dmn(decision('d', table({ inputs: ['n', 'region'], outputs: ['r'], rules }))));
  const ask = (n: number) => evaluator.settle(0, (env) => env.decision(model, 'd', { n, region: 'EU' }));
  expect(await ask(999)).toBe(999);
  expect(await ask(0)).toBe(0);
});

test('only what a decision requires counts, not what else is in its file', async () => {
  const endless = decision('e', literal('for a in list return a'));
  const model = await parseDecisions(
    dmn(endless + decision('d', literal('1')) + decision('f', literal('e'), requires('e'))),
  );
  expect(['d', 'e', 'f'].map((id) => isPlainDecision(model, id))).toEqual([true, false, false]);
});

test('many different expressions are too many to be evaluated in place', async () => {
  const rules = Array.from({ length: 200 }, (_, at) => `contains(?, "${at}") | ${at}`);
  const model = await parseDecisions(dmn(decision('d', table({ inputs: ['n'], outputs: ['r'], rules }))));
  expect(isPlainDecision(model, 'd')).toBe(false);
  expect(await patient.settle(0, (env) => env.decision(model, 'd', { n: 'a7' }))).toBe(7);
});

test('a function that calls itself for ever is told as one error', async () => {
  const logic = `<encapsulatedLogic><formalParameter name="n" />${literal('f(n + 1)')}</encapsulatedLogic>`;
  const knows = '<knowledgeRequirement><requiredKnowledge href="#f" /></knowledgeRequirement>';
  const model = await parseDecisions(
    dmn(
      `<businessKnowledgeModel id="f" name="f">${logic}</businessKnowledgeModel>${decision('d', literal('f(1)'), knows)}`,
    ),
  );
  const run = evaluator.settle(0, (env) => env.decision(model, 'd', {}));
  await expect(run).rejects.toMatchObject({
    isEvaluationError: true,
    code: expect.stringMatching(/^expression-/) as string,
  });
});

test('two models with a decision of the same id do not get each other’s results', async () => {
  const [one, other] = await Promise.all(
    ['for a in [1] return a', 'for a in [2] return a'].map((expression) =>
      parseDecisions(dmn(decision('d', literal(expression)))),
    ),
  );
  if (!one || !other) throw new Error('two models');
  const both = await patient.settle(0, (env) => [env.decision(one, 'd', {}), env.decision(other, 'd', {})]);
  expect(both).toEqual([[1], [2]]);
});

test('decisions that double each other’s text are stopped before they fill the memory', async () => {
  const chain = Array.from({ length: 30 }, (_, at) =>
    decision(`d${at}`, literal(at === 0 ? 'text' : `d${at - 1} + d${at - 1}`), at === 0 ? '' : requires(`d${at - 1}`)),
  );
  const model = await parseDecisions(dmn(chain.join('')));
  const run = evaluator.settle(0, (env) => env.decision(model, 'd29', { text: 'x'.repeat(1_000) }));
  await expect(run).rejects.toMatchObject({ code: 'decision-failed' });
});
