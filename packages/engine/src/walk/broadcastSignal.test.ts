import { expect, test } from 'vitest';
import { step } from '../step.ts';
import { evaluateSimple } from '../testing/evaluateSimple.ts';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const signal = { kind: 'signal', name: 's' } as const;

test('a signal thrown inside an activity interrupts it before the thrower goes on', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      sub: 'subProcess',
      begin: { type: 'startEvent', in: 'sub' },
      raise: { type: 'intermediateThrowEvent', in: 'sub', events: [signal] },
      never: { type: 'userTask', in: 'sub' },
      edge: { type: 'boundaryEvent', attachedTo: 'sub', events: [signal] },
      aside: 'userTask',
    },
    ['start > sub', 'begin > raise', 'raise > never', 'edge > aside'],
  );
  const run = new Simulation(graph).start();
  expect(run.open).toEqual(['task aside']);
  expect(run.entered).not.toContain('never');
});

test.each(['raise first', 'wait first'])(
  'branches side by side are simultaneous, however they are drawn (%s)',
  (order) => {
    const flows = order === 'raise first' ? ['split > raise', 'split > wait'] : ['split > wait', 'split > raise'];
    const graph = graphOf(
      {
        start: 'startEvent',
        split: 'parallelGateway',
        raise: { type: 'intermediateThrowEvent', events: [signal] },
        wait: { type: 'intermediateCatchEvent', events: [signal] },
        after: 'userTask',
      },
      ['start > split', ...flows, 'wait > after'],
    );
    expect(new Simulation(graph).start().open).toEqual(['task after']);
  },
);

test('what comes to wait after the throw has missed it', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      raise: { type: 'intermediateThrowEvent', events: [signal] },
      wait: { type: 'intermediateCatchEvent', events: [signal] },
    },
    ['start > raise', 'raise > wait'],
  );
  expect(new Simulation(graph).start().open).toEqual(['signal wait']);
});

test('every waiting place hears it once', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      a: 'userTask',
      edge: { type: 'boundaryEvent', attachedTo: 'a', interrupting: false, events: [signal] },
      aside: 'userTask',
      b: 'userTask',
      raise: { type: 'endEvent', events: [signal] },
      gate: 'eventBasedGateway',
      heard: { type: 'intermediateCatchEvent', events: [signal] },
      late: {
        type: 'intermediateCatchEvent',
        events: [{ kind: 'timer', timer: { type: 'duration', source: 'PT1H' } }],
      },
      c: 'userTask',
      d: 'userTask',
    },
    [
      'start > a',
      'start > b',
      'start > gate',
      'edge > aside',
      'b > raise',
      'gate > heard',
      'gate > late',
      'heard > c',
      'late > d',
    ],
  );
  const run = new Simulation(graph).start().complete('b');
  expect(run.open).toEqual(['signal edge', 'task a', 'task aside', 'task c']);
});

test('an instance of the first version of the rules hears its own signals from outside', () => {
  const graph = graphOf({ start: 'startEvent', a: 'userTask', raise: { type: 'endEvent', events: [signal] } }, [
    'start > a',
    'a > raise',
  ]);
  const env = { now: 0, evaluate: evaluateSimple, script: () => null };
  const { state } = step(graph, null, { type: 'start', variables: {} }, env);
  const complete = { type: 'complete', token: state.tokens[0]?.id ?? -1, variables: {} } as const;
  const thrown = (v: number) =>
    step(graph, { ...state, v }, complete, env).effects.find(({ type }) => type === 'broadcastSignal');
  expect(thrown(1)).toMatchObject({ toOwn: true });
  expect(thrown(2)).toMatchObject({ toOwn: false });
});

test.each([true, false])(
  'an event subprocess that catches it keeps it from the border of its activity (interrupting: %s)',
  (interrupting) => {
    const graph = graphOf(
      {
        start: 'startEvent',
        sub: 'subProcess',
        inner: { type: 'userTask', in: 'sub' },
        handler: { type: 'eventSubProcess', in: 'sub' },
        caught: { type: 'startEvent', in: 'handler', interrupting, events: [signal] },
        handling: { type: 'userTask', in: 'handler' },
        edge: { type: 'boundaryEvent', attachedTo: 'sub', events: [signal] },
        aside: 'userTask',
      },
      ['start > sub', 'caught > handling', 'edge > aside'],
    );
    const run = new Simulation(graph).start().signal('s');
    expect(run.open).toContain('task handling');
    expect(run.open).not.toContain('task aside');
  },
);

test('a signal that nobody waits for is refused', () => {
  const run = new Simulation(graphOf({ start: 'startEvent', a: 'userTask' }, ['start > a'])).start();
  expect(() => run.dispatch({ type: 'signal', name: 's', variables: {} })).toThrow(
    expect.objectContaining({ code: 'token-not-waiting' }),
  );
});
