import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const graph = graphOf(
  {
    start: 'startEvent',
    split: 'parallelGateway',
    a: 'userTask',
    b: 'userTask',
    join: 'parallelGateway',
    after: 'userTask',
    end: 'endEvent',
  },
  ['start > split', 'split > a', 'split > b', 'a > join', 'b > join', 'join > after', 'after > end'],
);

test('splits into every flow and joins one token of each', () => {
  const run = new Simulation(graph).start();
  expect(run.open).toEqual(['task a', 'task b']);
  expect(run.complete('b').open).toEqual(['task a']);
  expect(run.complete('a').open).toEqual(['task after']);
  expect(run.complete('after').state.status).toBe('completed');
});

test('every token that enters the join leaves it', () => {
  const { events } = new Simulation(graph).start().complete('a').complete('b');
  const join = graph.nodeIndex.get('join');
  const tokens = (type: string) =>
    new Set(
      events.flatMap((event) => (event.type === type && 'node' in event && event.node === join ? [event.token] : [])),
    );
  expect(tokens('enter').size).toBe(2);
  expect(tokens('leave')).toEqual(tokens('enter'));
});

test('a surplus token stays and joins the next round', () => {
  const surplus = graphOf(
    { start: 'startEvent', a: 'userTask', b: 'userTask', join: 'parallelGateway', after: 'userTask' },
    ['start > a', 'start > a', 'start > b', 'start > b', 'a > join', 'b > join', 'join > after'],
  );
  const run = new Simulation(surplus).start();
  run.complete('a').complete('a');
  expect(run.open).toEqual(['task b', 'task b']);
  expect(run.complete('b').open).toEqual(['task after', 'task b']);
  expect(run.complete('b').open).toEqual(['task after', 'task after']);
});

test('joins and splits at once', () => {
  const both = graphOf({ start: 'startEvent', gate: 'parallelGateway', a: 'userTask', b: 'userTask' }, [
    'start > gate',
    'start > gate',
    'gate > a',
    'gate > b',
  ]);
  expect(new Simulation(both).start().open).toEqual(['task a', 'task b']);
});
