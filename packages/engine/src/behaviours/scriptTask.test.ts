import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const graph = (source: string, resultVariable: string) =>
  graphOf({ start: 'startEvent', work: { type: 'scriptTask', script: { language: 'feel', source, resultVariable } } }, [
    'start > work',
  ]);

test('its result goes into the result variable', () => {
  expect(new Simulation(graph('a + 1', 'b')).start({ a: 1 }).variables).toEqual({ a: 1, b: 2 });
});

test('without result variable the entries of an object become variables', () => {
  expect(new Simulation(graph('a', '')).start({ a: { x: 1 } }).variables).toEqual({ a: { x: 1 }, x: 1 });
  expect(new Simulation(graph('a', '')).start({ a: [1] }).variables).toEqual({ a: [1] });
});

test('a script that fails is an incident; retry runs it again', () => {
  const run = new Simulation(graph('a + 1', 'b')).start();
  expect(run.wait('work')).toMatchObject({ kind: 'incident', code: 'expression-failed' });
  run.dispatch({ type: 'setVariables', variables: { a: 4 } }).retry('work');
  expect(run.variables).toEqual({ a: 4, b: 5 });
  expect(run.state.status).toBe('completed');
});

test('what is thrown that is no evaluation error passes through and changes nothing', () => {
  const pending = new Error('pending');
  const interpreter = {
    evaluate: () => null,
    script: () => {
      throw pending;
    },
  };
  const run = new Simulation(graph('a', ''), { interpreter });
  expect(() => run.start()).toThrow(pending);
  expect(() => run.state).toThrow('not started');
});
