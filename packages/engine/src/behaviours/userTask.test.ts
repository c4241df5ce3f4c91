import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

test.each(['userTask', 'manualTask'] as const)('a %s waits for a person, and what they enter is written', (type) => {
  const graph = graphOf({ start: 'startEvent', work: type, end: 'endEvent' }, ['start > work', 'work > end']);
  const run = new Simulation(graph).start({ a: 1 });
  expect(run.open).toEqual(['task work']);
  run.complete('work', { a: 2, b: 3 });
  expect(run.variables).toEqual({ a: 2, b: 3 });
  expect(run.finish).toMatchObject({ status: 'completed' });
});

test('several incoming flows run it several times; several outgoing are all taken', () => {
  const graph = graphOf({ start: 'startEvent', work: 'userTask', a: 'userTask', b: 'userTask' }, [
    'start > work',
    'start > work',
    'work > a',
    'work > b',
  ]);
  const run = new Simulation(graph).start();
  expect(run.open).toEqual(['task work', 'task work']);
  expect(run.complete('work').open).toEqual(['task a', 'task b', 'task work']);
});

test.each([
  [{ x: true, y: true }, ['task a', 'task b']],
  [{ x: true, y: false }, ['task a']],
  [{ x: false, y: false }, ['task c']],
])('conditional and default flows after an activity: %j', (variables, open) => {
  const graph = graphOf({ start: 'startEvent', work: 'userTask', a: 'userTask', b: 'userTask', c: 'userTask' }, [
    'start > work',
    'work > a: x',
    'work > b: y',
    'work > c default',
  ]);
  expect(new Simulation(graph).start(variables).complete('work').open).toEqual(open);
});

test('a condition that fails after the work is done keeps what was entered; retry only chooses the flow again', () => {
  const graph = graphOf({ start: 'startEvent', work: 'userTask', a: 'userTask' }, ['start > work', 'work > a: x']);
  const run = new Simulation(graph).start().complete('work', { entered: 1 });
  expect(run.open).toEqual(['incident work']);
  expect(run.variables).toEqual({ entered: 1 });
  run.dispatch({ type: 'setVariables', variables: { x: true } }).retry('work');
  expect(run.open).toEqual(['task a']);
});

test('an instance that waits at one task with a boundary timer is at most 300 bytes beside its variables', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      work: 'userTask',
      late: {
        type: 'boundaryEvent',
        attachedTo: 'work',
        interrupting: false,
        events: [{ kind: 'timer', timer: { type: 'cycle', source: 'R3/PT24H' } }],
      },
      end: 'endEvent',
    },
    ['start > work', 'work > end', 'late > end'],
  );
  const { state } = new Simulation(graph).start();
  expect(JSON.stringify(state).length).toBeLessThanOrEqual(300);
});
