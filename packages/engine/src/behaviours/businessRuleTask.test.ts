import { expect, test } from 'vitest';
import { step } from '../step.ts';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const env = {
  now: 0,
  evaluate: () => null,
  script: () => null,
  decide: (id: string, variables: object) => ({ id, level: Reflect.get(variables, 'amount') > 10 ? 'high' : 'low' }),
};
const graph = (resultVariable: string) =>
  graphOf({ start: 'startEvent', rule: { type: 'businessRuleTask', decision: { decisionId: 'd', resultVariable } } }, [
    'start > rule',
  ]);

test('runs its decision at once and keeps the result in its variable', () => {
  const { state } = step(graph('risk'), null, { type: 'start', variables: { amount: 20 } }, env);
  expect(state).toMatchObject({
    status: 'completed',
    scopes: [{ vars: { amount: 20, risk: { id: 'd', level: 'high' } } }],
  });
});

test('without result variable the entries of the result become variables', () => {
  const { state } = step(graph(''), null, { type: 'start', variables: { amount: 2 } }, env);
  expect(state.scopes[0]?.vars).toEqual({ amount: 2, id: 'd', level: 'low' });
});

test('where there are no decisions it is an incident', () => {
  expect(new Simulation(graph('')).start().wait('rule').code).toBe('decision-missing');
});

test('without a decision it is a machine’s work', () => {
  const run = new Simulation(graphOf({ start: 'startEvent', rule: 'businessRuleTask' }, ['start > rule'])).start();
  expect(run.open).toEqual(['job rule']);
});
