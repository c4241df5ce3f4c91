import { expect, test } from 'vitest';
import { step } from '../step.ts';
import { graphOf } from '../testing/graphOf.ts';

test('a condition that gives null is explained by the variables that are empty', () => {
  const graph = graphOf({ start: 'startEvent', a: 'userTask' }, ['start > a: discount > 15']);
  const env = { now: 0, evaluate: () => null, script: () => null };
  const variables = { discount: null, remark: null, amount: 1 };
  const { effects } = step(graph, null, { type: 'start', variables }, env);
  expect(effects).toMatchObject([{ type: 'raiseIncident', code: 'condition-not-boolean' }]);
  const message = {
    en: expect.stringContaining('empty: discount;') as string,
    zh: expect.stringContaining('为空：discount，') as string,
  };
  expect(effects).toMatchObject([{ message }]);
});
