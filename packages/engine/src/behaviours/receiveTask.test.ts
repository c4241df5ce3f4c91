import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

test('a receive task waits for what a send task sends', () => {
  const event = { kind: 'message', name: 'm', correlation: 'id' } as const;
  const graph = graphOf(
    {
      start: 'startEvent',
      receive: { type: 'receiveTask', events: [event] },
      ready: 'userTask',
      send: { type: 'sendTask', events: [event] },
      a: 'userTask',
    },
    ['start > receive', 'start > ready', 'ready > send', 'receive > a'],
  );
  const run = new Simulation(graph).start({ id: 1 });
  expect(run.open).toEqual(['message receive', 'task ready']);
  expect(run.complete('ready').open).toEqual(['task a']);
});

test('one that starts an instance has its message already', () => {
  const graph = graphOf(
    {
      receive: { type: 'receiveTask', instantiate: true, events: [{ kind: 'message', name: 'm', correlation: null }] },
      a: 'userTask',
    },
    ['receive > a'],
  );
  expect(new Simulation(graph).start({}, 'receive').open).toEqual(['task a']);
});
