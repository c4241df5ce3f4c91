import { FeelFunction } from 'feelin';
import { expect, test } from 'vitest';
import { FEEL_FUNCTIONS } from '../feelFunctions.ts';
import { feelValue } from '../feelValue.ts';
import { draws } from '../testing/Draw.ts';
import { drawExpression } from '../testing/drawExpression.ts';
import { drawVariables } from '../testing/drawVariables.ts';
import { compiledValue } from './compiledValue.ts';
import type { Scope } from './feel.ts';

const FUNCTIONS = Object.fromEntries(FEEL_FUNCTIONS);

test('over random scopes, with names of any kind, what is answered is what the interpreter answers', () => {
  let answered = 0;
  for (let at = 0; at < 1_000; at++) {
    const draw = draws(500_000 + at);
    const source = drawExpression(draw, 1 + draw.below(3));
    const odd = draw.from(['a - 1', 'b-c', 'a and b', 'in', 'risk-class', '?', 'amount*2', ' a', 'c + d']);
    const scope: Scope = { ...drawVariables(draw), [odd]: 1 };
    const value = compiledValue(source, scope);
    if (value === undefined) continue;
    answered++;
    expect({ source, scope, value }).toEqual({ source, scope, value: feelValue(source, { ...FUNCTIONS, ...scope }) });
  }
  expect(answered).toBeGreaterThan(300);
});

test.each<readonly [string, Scope]>([
  ['amount + 1', { amount: undefined }],
  ['amount', { amount: new FeelFunction(() => 1, []) }],
  ['amount', { amount: [1] }],
  ['risk-class', { 'risk-class': 1, risk: 2, class: 1 }],
  ['risk - class', { 'risk-class': 1, risk: 2, class: 1 }],
  ['amount >', { amount: 1 }],
])('left to the interpreter: %s over %j', (source, scope) => {
  expect(compiledValue(source, scope)).toBeUndefined();
});
