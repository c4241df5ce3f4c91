import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const graph = graphOf({ start: 'startEvent', sub: 'subProcess', inner: { type: 'serviceTask', in: 'sub' } }, [
  'start > sub',
]);

/** Gives the subprocess's scope variables of its own, as a later multi-instance element does. */
function withLocal(local: Record<string, number>): Simulation {
  return new Simulation(graph, {
    onState: (state) => ({
      ...state,
      scopes: state.scopes.map((scope) => (scope.parent === 0 ? { ...scope, vars: local } : scope)),
    }),
  });
}

test('a result goes to the nearest scope that has the name, else to the process', () => {
  const run = withLocal({ own: 1 }).start({ outer: 1 });
  run.complete('inner', { own: 2, outer: 2, fresh: 2 });
  expect(run.variables).toEqual({ outer: 2, fresh: 2 });
});

test('inner variables hide outer ones', () => {
  const visible = new Simulation(graph).start({ a: 1 }).wait('inner').variables;
  expect(visible).toEqual({ a: 1 });
});
