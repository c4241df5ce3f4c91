import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const diamond = graphOf(
  {
    start: 'startEvent',
    split: 'inclusiveGateway',
    a: 'userTask',
    b: 'userTask',
    c: 'userTask',
    join: 'inclusiveGateway',
    after: 'userTask',
  },
  [
    'start > split',
    'split > a: a',
    'split > b: b',
    'split > c default',
    'a > join',
    'b > join',
    'c > join',
    'join > after',
  ],
);

test('takes every flow whose condition is true, and the join waits for those', () => {
  const run = new Simulation(diamond).start({ a: true, b: true });
  expect(run.open).toEqual(['task a', 'task b']);
  expect(run.complete('a').open).toEqual(['task b']);
  expect(run.complete('b').open).toEqual(['task after']);
});

test('takes the default flow when no condition is true', () => {
  const run = new Simulation(diamond).start({ a: false, b: false });
  expect(run.open).toEqual(['task c']);
  expect(run.complete('c').open).toEqual(['task after']);
});

test('beside a flow without condition the default flow is not taken, as it is out of an activity', () => {
  const from = (type: 'inclusiveGateway' | 'userTask') =>
    graphOf({ start: 'startEvent', split: type, a: 'userTask', b: 'userTask', c: 'userTask' }, [
      'start > split',
      'split > a',
      'split > b: b',
      'split > c default',
    ]);
  expect(new Simulation(from('inclusiveGateway')).start({ b: false }).open).toEqual(['task a']);
  const activity = new Simulation(from('userTask')).start({ b: false }).complete('split');
  expect(activity.open).toEqual(['task a', 'task c']);
});

test('without true condition and default there is an incident', () => {
  const strict = graphOf({ start: 'startEvent', split: 'inclusiveGateway', a: 'userTask' }, [
    'start > split',
    'split > a: a',
  ]);
  expect(new Simulation(strict).start({ a: false }).wait('split').code).toBe('no-flow');
});

test('the join fires when the token it waited for goes another way', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      split: 'parallelGateway',
      a: 'userTask',
      b: 'userTask',
      xor: 'exclusiveGateway',
      join: 'inclusiveGateway',
      after: 'userTask',
      aside: 'userTask',
    },
    [
      'start > split',
      'split > a',
      'split > b',
      'a > join',
      'b > xor',
      'xor > join: back',
      'xor > aside default',
      'join > after',
    ],
  );
  const run = new Simulation(graph).start({ back: false }).complete('a');
  expect(run.open).toEqual(['task b']);
  expect(run.complete('b').open).toEqual(['task after', 'task aside']);
});

test('the join fires when the token it waited for dies', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      split: 'parallelGateway',
      a: 'userTask',
      b: 'userTask',
      late: { type: 'boundaryEvent', attachedTo: 'b', events: [timer('PT1H')] },
      join: 'inclusiveGateway',
      after: 'userTask',
      aside: 'userTask',
    },
    ['start > split', 'split > a', 'split > b', 'a > join', 'b > join', 'late > aside', 'join > after'],
  );
  const run = new Simulation(graph).start().complete('a');
  expect(run.open).toEqual(['task b', 'timer late']);
  expect(run.advance('PT1H').open).toEqual(['task after', 'task aside']);
});

test('a boundary event of an activity still under way may lead to the join', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      split: 'parallelGateway',
      a: 'userTask',
      b: 'userTask',
      late: { type: 'boundaryEvent', attachedTo: 'b', events: [timer('PT1H')] },
      aside: 'userTask',
      join: 'inclusiveGateway',
      after: 'userTask',
    },
    ['start > split', 'split > a', 'split > b', 'a > join', 'b > aside', 'late > join', 'join > after'],
  );
  const run = new Simulation(graph).start().complete('a');
  expect(run.open).toEqual(['task b', 'timer late']);
  expect(run.complete('b').open).toEqual(['task after', 'task aside']);
});

test('a token that can only come by a flow that is already filled does not hold the join back', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      merge: 'exclusiveGateway',
      join: 'inclusiveGateway',
      a: 'userTask',
      b: 'userTask',
      c: 'userTask',
      after: 'userTask',
    },
    ['start > a', 'start > b', 'a > merge', 'b > merge', 'merge > join', 'c > join', 'join > after'],
  );
  // c starts too, having no incoming flow
  const run = new Simulation(graph).start().complete('c');
  expect(run.open).toEqual(['task a', 'task b']);
  expect(run.complete('a').open).toEqual(['task after', 'task b']);
});

test('a token inside a subprocess holds the join back by the subprocess', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      split: 'parallelGateway',
      sub: 'subProcess',
      inner: { type: 'userTask', in: 'sub' },
      a: 'userTask',
      join: 'inclusiveGateway',
      after: 'userTask',
    },
    ['start > split', 'split > a', 'split > sub', 'a > join', 'sub > join', 'join > after'],
  );
  const run = new Simulation(graph).start().complete('a');
  expect(run.open).toEqual(['task inner']);
  expect(run.complete('inner').open).toEqual(['task after']);
});

test('joins within a loop fire once a round', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      merge: 'exclusiveGateway',
      split: 'inclusiveGateway',
      a: 'userTask',
      b: 'userTask',
      join: 'inclusiveGateway',
      again: 'exclusiveGateway',
      end: 'endEvent',
    },
    [
      'start > merge',
      'merge > split',
      'split > a: a',
      'split > b: b',
      'a > join',
      'b > join',
      'join > again',
      'again > merge: more',
      'again > end default',
    ],
  );
  const run = new Simulation(graph).start({ a: true, b: true, more: true });
  run.complete('a').complete('b', { b: false });
  expect(run.open).toEqual(['task a']);
  run.complete('a', { more: false });
  expect(run.state.status).toBe('completed');
});

function timer(source: string) {
  return { kind: 'timer', timer: { type: 'duration', source } } as const;
}
