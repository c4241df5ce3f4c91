import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const work = { type: 'serviceTask', inputs: [{ name: 'to', from: 'to' }] } as const;

test('work that failed outside is asked for anew, with the input that it would get now', () => {
  const graph = graphOf({ start: 'startEvent', work }, ['start > work']);
  const run = new Simulation(graph).start({ to: 'a' });
  expect(run.wait('work').variables).toMatchObject({ to: 'a' });
  run.dispatch({ type: 'setVariables', variables: { to: 'b' } });
  const { token } = run.wait('work');
  run.dispatch({ type: 'retry', token });
  expect(run.wait('work')).toMatchObject({ token, variables: { to: 'b' } });
  expect(run.open).toEqual(['job work']);
});

test('so is that of one instance of a repeated activity, which can not be moved', () => {
  const loop = { kind: 'multiInstance', cardinality: '2' } as const;
  const run = new Simulation(graphOf({ start: 'startEvent', work: { ...work, loop } }, ['start > work'])).start({
    to: 1,
  });
  run.dispatch({ type: 'setVariables', variables: { to: 2 } });
  const [first, second] = run.waits;
  run.dispatch({ type: 'retry', token: second?.token ?? -1 });
  expect(run.waits.map((wait) => wait.variables)).toMatchObject([
    { to: 1, loopCounter: 1 },
    { to: 2, loopCounter: 2 },
  ]);
  for (const wait of [first, second]) run.dispatch({ type: 'complete', token: wait?.token ?? -1, variables: {} });
  expect(run.state.status).toBe('completed');
});
