import { expect, test } from 'vitest';
import { step } from '../step.ts';
import { evaluateSimple } from '../testing/evaluateSimple.ts';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const message = (name: string) => ({ kind: 'message', name, correlation: null }) as const;

function gateway(parallelInstantiate: boolean) {
  return graphOf(
    {
      gate: { type: 'eventBasedGateway', instantiate: true, parallelInstantiate },
      a: { type: 'intermediateCatchEvent', events: [message('a')] },
      b: { type: 'intermediateCatchEvent', events: [message('b')] },
      afterA: 'userTask',
      afterB: 'userTask',
    },
    ['gate > a', 'gate > b', 'a > afterA', 'b > afterB'],
  );
}

test('an instantiating event-based gateway: the first event starts the instance, the others are not waited for', () => {
  expect(new Simulation(gateway(false)).start({}, 'b').open).toEqual(['task afterB']);
});

test('a parallel one waits for the others (10.6.6)', () => {
  const run = new Simulation(gateway(true)).start({}, 'b');
  expect(run.open).toEqual(['message a', 'task afterB']);
  expect(run.message('a').open).toEqual(['task afterA', 'task afterB']);
});

const implicit = graphOf({ start: 'startEvent', a: 'userTask', b: 'userTask' }, ['start > a']);

test('what no flow enters starts with the process (10.3.1)', () => {
  expect(new Simulation(implicit).start().open).toEqual(['task a', 'task b']);
});

test('but not in an instance that started under the first version of the rules', () => {
  const nested = graphOf(
    {
      start: 'startEvent',
      a: 'userTask',
      sub: 'subProcess',
      begin: { type: 'startEvent', in: 'sub' },
      x: { type: 'userTask', in: 'sub' },
      y: { type: 'userTask', in: 'sub' },
    },
    ['start > a', 'a > sub', 'begin > x'],
  );
  const env = { now: 0, evaluate: evaluateSimple, script: () => null };
  const { state } = step(nested, null, { type: 'start', variables: {} }, env);
  const token = state.tokens[0]?.id ?? -1;
  const complete = { type: 'complete', token, variables: {} } as const;
  const nodes = (from: typeof state) =>
    step(nested, from, complete, env).effects.filter(({ type }) => type === 'createTask');
  expect(nodes(state)).toHaveLength(2);
  expect(nodes({ ...state, v: 1 })).toHaveLength(1);
  expect(step(nested, { ...state, v: 1 }, complete, env).state.v).toBe(1);
});
