import { deepStrictEqual } from 'node:assert/strict';
import { createEvaluator, evaluationMemory, type JsonObject } from '../../../packages/expression/src/index.ts';
import { interpret } from '../../../packages/expression/src/evaluateFeel.ts';
import { parseExpression } from '../../../packages/expression/src/parseExpression.ts';
import type { Line } from '../Line.ts';
import { median } from '../median.ts';
import { printLines } from '../printLines.ts';

/** Conditions as drawings have them, each over variables that it is true of or not. */
const CONDITIONS: readonly (readonly [source: string, variables: JsonObject])[] = [
  ['amount > 10000', { amount: 12_000 }],
  ['answer = "accepted"', { answer: 'lost' }],
  ['proposal_decision != "lost" and discount > 15', { proposal_decision: 'sent', discount: 20 }],
  [
    'decision = "requote" or (discount > 15 and (approval = null or approval != "approve"))',
    { decision: 'won', discount: 20, approval: null },
  ],
  ['deal.amount * (1 - discount / 100) >= 50000', { deal: { amount: 60_000, stage: 'offer' }, discount: 10 }],
  ['region in ("华东", "华北") and not(blocked)', { region: '华东', blocked: false }],
  ['score in [60..80)', { score: 75 }],
  ['if quantity > 10 then "large" else "small"', { quantity: 3 }],
];

const GOAL_TIMES = 20;
const GOAL_MICROSECONDS = 1;
const ROUNDS = 9;
const ROUND_MS = 150;

/**
 * Plain conditions as the executor has them evaluated, against the interpreter on the same ones: evaluations a second,
 * and microseconds for one. Both are asked in turns, and the median of the rounds counts.
 */
export async function measureExpressions(): Promise<Line[]> {
  const evaluator = createEvaluator();
  try {
    const compiled = (): unknown[] =>
      evaluator.attempt(
        0,
        (env) => CONDITIONS.map(([source, variables]) => env.evaluate(source, variables)),
        evaluationMemory(),
      );
    const parsed = CONDITIONS.map(([source, variables]) => [parseExpression(source), variables] as const);
    const interpreted = (): unknown[] => parsed.map(([expression, variables]) => interpret(expression, variables, 0));
    deepStrictEqual(compiled(), interpreted());
    return linesOf(compiled, interpreted);
  } finally {
    await evaluator.dispose();
  }
}

function linesOf(compiled: () => void, interpreted: () => void): Line[] {
  const rates: { readonly compiled: number; readonly interpreted: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    rates.push({ compiled: perSecond(compiled), interpreted: perSecond(interpreted) });
  }
  // the first round warms up
  const [, ...warm] = rates;
  const value = median(warm.map((rate) => rate.compiled));
  const limit = median(warm.map((rate) => rate.interpreted));
  const ratio = value / limit;
  const micros = 1e6 / value;
  return [
    { name: 'expressions', value, unit: 'evaluations/s', limit, ratio, goal: GOAL_TIMES, holds: ratio >= GOAL_TIMES },
    {
      name: 'expression-time',
      value: micros,
      unit: 'µs',
      limit: GOAL_MICROSECONDS,
      ratio: micros / GOAL_MICROSECONDS,
      goal: 1,
      holds: micros <= GOAL_MICROSECONDS,
    },
  ];
}

function perSecond(evaluateAll: () => void): number {
  const from = performance.now();
  let rounds = 0;
  let took = 0;
  do {
    evaluateAll();
    rounds++;
    took = performance.now() - from;
  } while (took < ROUND_MS);
  return (rounds * CONDITIONS.length * 1000) / took;
}

if (import.meta.main) printLines(await measureExpressions());
