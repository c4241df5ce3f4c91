import { expect, test } from 'vitest';
import { graphOf, type NodeSketch } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

function race(activationCondition: string | undefined, more: readonly string[] = []) {
  const nodes: Record<string, NodeSketch> = {
    start: 'startEvent',
    a: 'userTask',
    b: 'userTask',
    c: 'userTask',
    gate: { type: 'complexGateway', ...(activationCondition === undefined ? {} : { activationCondition }) },
    after: 'userTask',
    reset: 'userTask',
  };
  return graphOf(nodes, [
    'start > a',
    'start > b',
    'start > c',
    'a > gate',
    'b > gate',
    'c > gate',
    'gate > after: waitingForStart',
    ...more,
    'after > reset',
  ]);
}

test('is activated as soon as its condition is true, and takes what comes later without going on', () => {
  const run = new Simulation(race('activationCount > 1')).start().complete('a');
  expect(run.open).toEqual(['task b', 'task c']);
  expect(run.complete('b').open).toEqual(['task after', 'task c']);
  expect(run.complete('c').open).toEqual(['task after']);
  expect(run.complete('after').complete('reset').state.status).toBe('completed');
});

test('the first is enough: a discriminator', () => {
  const run = new Simulation(race('activationCount > 0')).start().complete('c');
  expect(run.open).toEqual(['task a', 'task after', 'task b']);
  expect(run.complete('a').complete('b').open).toEqual(['task after']);
});

test('the condition may count the tokens of one flow', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      a: 'userTask',
      b: 'userTask',
      gate: { type: 'complexGateway', activationCondition: 'a>gate' },
      x: 'userTask',
    },
    ['start > a', 'start > b', 'a > gate', 'b > gate', 'gate > x'],
  );
  const interpreter = {
    evaluate: (expression: string, variables: object) => Reflect.get(variables, expression) === 1,
    script: () => null,
  };
  const run = new Simulation(graph, { interpreter }).start().complete('b');
  expect(run.open).toEqual(['task a']);
  expect(run.complete('a').open).toEqual(['task x']);
});

test('when it resets, flows that ask for it are taken', () => {
  const graph = race('activationCount > 1', ['gate > reset: resetting']);
  const run = new Simulation(graph, {
    interpreter: {
      script: () => null,
      evaluate(expression, variables) {
        if (expression === 'resetting') return variables['waitingForStart'] === false;
        if (expression === 'waitingForStart') return variables['waitingForStart'] === true;
        return Number(variables['activationCount']) > 1;
      },
    },
  }).start();
  run.complete('a').complete('b');
  expect(run.open).toEqual(['task after', 'task c']);
  expect(run.complete('c').open).toEqual(['task after', 'task reset']);
});

test('after its reset it starts anew, in a loop too', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      merge: 'exclusiveGateway',
      split: 'parallelGateway',
      a: 'userTask',
      b: 'userTask',
      gate: { type: 'complexGateway', activationCondition: 'activationCount > 1' },
      again: 'exclusiveGateway',
      end: 'endEvent',
    },
    [
      'start > merge',
      'merge > split',
      'split > a',
      'split > b',
      'a > gate',
      'b > gate',
      'gate > again',
      'again > merge: more',
      'again > end default',
    ],
  );
  const run = new Simulation(graph).start({ more: true }).complete('a').complete('b');
  expect(run.open).toEqual(['task a', 'task b']);
  run.complete('a').complete('b', { more: false });
  expect(run.state).toMatchObject({ status: 'completed', tokens: [] });
});

test('without an activation condition it waits for all that can still come', () => {
  const run = new Simulation(race(undefined)).start().complete('a').complete('b');
  expect(run.open).toEqual(['task c']);
  expect(run.complete('c').open).toEqual(['task after']);
});

test('as a split it takes every flow whose condition is true, else the default flow', () => {
  const graph = graphOf({ start: 'startEvent', gate: 'complexGateway', a: 'userTask', b: 'userTask', c: 'userTask' }, [
    'start > gate',
    'gate > a: a',
    'gate > b: b',
    'gate > c default',
  ]);
  expect(new Simulation(graph).start({ a: true, b: true }).open).toEqual(['task a', 'task b']);
  expect(new Simulation(graph).start({ a: false, b: false }).open).toEqual(['task c']);
});

test('activated without an open flow, it is held by an incident (13.4.5)', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      a: 'task',
      b: 'task',
      gate: { type: 'complexGateway', activationCondition: 'true' },
      x: 'userTask',
    },
    ['start > a', 'start > b', 'a > gate', 'b > gate', 'gate > x: open'],
  );
  const run = new Simulation(graph).start({ open: false });
  expect(run.waits.map(({ code }) => code)).toContain('no-flow');
});
