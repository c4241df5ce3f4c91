import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const graph = graphOf(
  {
    start: 'startEvent',
    two: { type: 'userTask', completionQuantity: 2 },
    each: 'userTask',
    both: { type: 'userTask', startQuantity: 2 },
    end: 'endEvent',
  },
  ['start > two', 'two > each', 'each > both', 'both > end'],
);

test('a completion quantity sends that many tokens along, a start quantity waits for that many (10.3)', () => {
  const run = new Simulation(graph).start().complete('two');
  expect(run.open).toEqual(['task each', 'task each']);
  expect(run.complete('each').open).toEqual(['task each']);
  expect(run.complete('each').open).toEqual(['task both']);
  expect(run.complete('both').state.status).toBe('completed');
  expect(run.entered.filter((id) => id === 'both')).toHaveLength(1);
});

test('too few tokens wait for ever, and are cancelled with their scope', () => {
  const lonely = graphOf({ start: 'startEvent', both: { type: 'userTask', startQuantity: 2 } }, ['start > both']);
  const run = new Simulation(lonely, { onState: (state) => JSON.parse(JSON.stringify(state)) as typeof state }).start();
  expect(run.state.status).toBe('active');
  expect(run.open).toEqual([]);
  run.dispatch({ type: 'cancel', reason: '' });
  expect(run.events.some(({ type, ...event }) => type === 'cancel' && 'node' in event)).toBe(false);
});
