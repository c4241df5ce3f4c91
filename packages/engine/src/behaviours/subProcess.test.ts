import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const graph = graphOf(
  {
    start: 'startEvent',
    sub: 'subProcess',
    s: { type: 'startEvent', in: 'sub' },
    a: { type: 'userTask', in: 'sub' },
    b: { type: 'userTask', in: 'sub' },
    after: 'userTask',
  },
  ['start > sub', 's > a', 's > b', 'sub > after'],
);

test('goes on when no token is left inside', () => {
  const run = new Simulation(graph).start().complete('a');
  expect(run.open).toEqual(['task b']);
  expect(run.complete('b').open).toEqual(['task after']);
  expect(run.state.scopes).toHaveLength(1);
});

test('an empty one is passed', () => {
  const empty = graphOf({ start: 'startEvent', sub: 'subProcess', after: 'userTask' }, ['start > sub', 'sub > after']);
  expect(new Simulation(empty).start().open).toEqual(['task after']);
});

test('two tokens run it twice, apart from each other', () => {
  const twice = graphOf(
    { start: 'startEvent', sub: 'subProcess', a: { type: 'userTask', in: 'sub' }, after: 'userTask' },
    ['start > sub', 'start > sub', 'sub > after'],
  );
  const run = new Simulation(twice).start();
  expect(run.open).toEqual(['task a', 'task a']);
  expect(run.complete('a').open).toEqual(['task a', 'task after']);
});

test('results written inside can be read after it', () => {
  const run = new Simulation(graph).start({ x: 1 }).complete('a', { x: 2 }).complete('b', { y: 3 });
  expect(run.variables).toEqual({ x: 2, y: 3 });
});
