import { afterAll, expect, test } from 'vitest';
import { createEvaluator } from '../createEvaluator.ts';
import { isPlainDecision } from './isPlainDecision.ts';
import { parseDecisions } from './parseDecisions.ts';
import { decision, dmn, literal, table } from './testing/dmn.ts';

const evaluator = createEvaluator({ deadlineMs: 200 });
afterAll(() => evaluator.dispose());

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
  expect(await evaluator.settle(0, (env) => env.decision(model, 'd', { n: 3 }))).toEqual([3, 6]);
});

test('a table of 1,000 plain rules asks the interpreter for none of them', async () => {
  const rules = Array.from({ length: 1_000 }, (_, at) => `[${at}..${at + 1}); "EU","US" | ${at}`);
  const model = await parseDecisions(dmn(decision('d', table({ inputs: ['n', 'region'], outputs: ['r'], rules }))));
  const ask = (n: number) => evaluator.settle(0, (env) => env.decision(model, 'd', { n, region: 'EU' }));
  expect(await ask(999)).toBe(999);
  expect(await ask(0)).toBe(0);
});
