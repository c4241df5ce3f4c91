import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

test('is passed at once', () => {
  const graph = graphOf({ start: 'startEvent', work: 'task', end: 'endEvent' }, ['start > work', 'work > end']);
  const run = new Simulation(graph).start();
  expect(run.entered).toEqual(['start', 'work', 'end']);
  expect(run.state.status).toBe('completed');
});

test('its boundary events are never told to the outside', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      work: 'task',
      late: { type: 'boundaryEvent', attachedTo: 'work', events: [{ kind: 'signal', name: 's' }] },
      after: 'userTask',
    },
    ['start > work', 'work > after'],
  );
  expect(new Simulation(graph).start().open).toEqual(['task after']);
});
