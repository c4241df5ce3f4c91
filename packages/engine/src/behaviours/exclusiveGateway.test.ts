import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const nodes = { start: 'startEvent', xor: 'exclusiveGateway', a: 'userTask', b: 'userTask', c: 'userTask' } as const;
const graph = graphOf(nodes, ['start > xor', 'xor > a: n > 10', 'xor > b: n > 5', 'xor > c default']);

test.each([
  [11, 'task a'],
  [6, 'task b'],
  [1, 'task c'],
])('takes the first flow whose condition is true, else the default: %i', (n, open) => {
  expect(new Simulation(graph).start({ n }).open).toEqual([open]);
});

test('lets every token through as a merge', () => {
  const merge = graphOf({ start: 'startEvent', xor: 'exclusiveGateway', a: 'userTask' }, [
    'start > xor',
    'start > xor',
    'xor > a',
  ]);
  expect(new Simulation(merge).start().open).toEqual(['task a', 'task a']);
});

test('with no flow to take there is an incident, and retry works once the variables allow it', () => {
  const { c: _, ...others } = nodes;
  const strict = graphOf(others, ['start > xor', 'xor > a: n > 10', 'xor > b: n > 5']);
  const run = new Simulation(strict).start({ n: 1 });
  expect(run.wait('xor')).toMatchObject({ kind: 'incident', code: 'no-flow' });
  expect(run.state.status).toBe('active');
  run.retry('xor');
  expect(run.open).toEqual(['incident xor']);
  run.dispatch({ type: 'setVariables', variables: { n: 7 } }).retry('xor');
  expect(run.open).toEqual(['task b']);
  expect(run.entered).toEqual(['start', 'xor', 'b']);
});

test('a condition that fails is an incident with the code of the failure', () => {
  expect(new Simulation(graph).start({}).wait('xor')).toMatchObject({ kind: 'incident', code: 'expression-failed' });
});

test('a condition that is neither true nor false is an incident', () => {
  const odd = graphOf(nodes, ['start > xor', 'xor > a: n + 1', 'xor > c default']);
  expect(new Simulation(odd).start({ n: 1 }).wait('xor').code).toBe('condition-not-boolean');
});
