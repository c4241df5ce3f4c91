import { expect, test } from 'vitest';
import { evaluateFeel, interpret } from '../evaluateFeel.ts';
import { ExpressionError } from '../ExpressionError.ts';
import { type ParsedExpression, parseExpression } from '../parseExpression.ts';
import { draws } from '../testing/Draw.ts';
import { drawExpression } from '../testing/drawExpression.ts';
import { drawVariables } from '../testing/drawVariables.ts';
import { outcomeOf } from '../testing/outcomeOf.ts';

const EXPRESSIONS = 1_500;
const ROUNDS = 2;
const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

function parsed(source: string): ParsedExpression | null {
  try {
    return parseExpression(source);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

test('random expressions over random variables give what the interpreter gives, errors too', () => {
  let compiled = 0;
  let answered = 0;
  let runs = 0;
  for (let at = 0; at < EXPRESSIONS; at++) {
    const draw = draws(at);
    const expression = parsed(drawExpression(draw, 1 + draw.below(3)));
    const run = expression?.kind === 'plain' ? expression.compiled() : null;
    if (!expression || !run) continue;
    compiled++;
    for (let round = 0; round < ROUNDS; round++) {
      const variables = drawVariables(draw);
      runs++;
      if (run(variables) !== undefined) answered++;
      const { source } = expression;
      const expected = outcomeOf(() => interpret(expression, variables, NOW));
      const actual = outcomeOf(() => evaluateFeel(source, variables, NOW));
      expect({ source, variables, outcome: actual }).toEqual({ source, variables, outcome: expected });
    }
  }
  // the comparison says nothing when the interpreter answers both times
  expect(compiled).toBeGreaterThan(EXPRESSIONS / 2);
  expect(answered).toBeGreaterThan(runs / 3);
});
