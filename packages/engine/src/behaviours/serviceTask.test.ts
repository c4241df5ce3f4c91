import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const connector = (inputs: [string, string][], outputs: [string, string][]) => ({
  connector: {
    type: 'http',
    retries: 3,
    backoff: 'PT1M',
    inputs: inputs.map(([name, value]) => ({ name, value })),
    outputs: outputs.map(([name, value]) => ({ name, value })),
  },
});

test.each(['serviceTask', 'businessRuleTask', 'sendTask'] as const)(
  'a %s is a job over all visible variables',
  (type) => {
    const graph = graphOf({ start: 'startEvent', work: type, after: 'userTask' }, ['start > work', 'work > after']);
    const run = new Simulation(graph).start({ a: 1 });
    expect(run.wait('work')).toMatchObject({ kind: 'job', variables: { a: 1 } });
    expect(run.complete('work', { b: 2 }).open).toEqual(['task after']);
    expect(run.variables).toEqual({ a: 1, b: 2 });
  },
);

test('a connector gets its mapped input and only its mapped output is written', () => {
  const business = connector([['x', '=a + 1']], [['y', 'result']]);
  const graph = graphOf({ start: 'startEvent', work: { type: 'serviceTask', business } }, ['start > work']);
  const run = new Simulation(graph).start({ a: 1 });
  expect(run.wait('work').variables).toEqual({ x: 2 });
  expect(run.complete('work', { z: 9 }).variables).toEqual({ a: 1, y: { z: 9 } });
});

test('an input that fails is an incident and no job', () => {
  const business = connector([['x', 'nothing']], []);
  const graph = graphOf({ start: 'startEvent', work: { type: 'serviceTask', business } }, ['start > work']);
  expect(new Simulation(graph).start().open).toEqual(['incident work']);
});

test('an output that fails keeps the result, so that retry does not do the work again', () => {
  const business = connector([], [['y', 'result + 1']]);
  const graph = graphOf({ start: 'startEvent', work: { type: 'serviceTask', business }, after: 'userTask' }, [
    'start > work',
    'work > after',
  ]);
  const run = new Simulation(graph).start().complete('work', { z: 9 });
  expect(run.open).toEqual(['incident work']);
  expect(run.state.tokens[0]?.data).toEqual({ stuck: 'complete', result: { z: 9 } });
  expect(run.retry('work').open).toEqual(['incident work']);
  expect(run.state.tokens[0]?.data).toEqual({ stuck: 'complete', result: { z: 9 } });
});
