import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const graph = graphOf(
  {
    one: 'startEvent',
    two: 'startEvent',
    mail: { type: 'startEvent', events: [{ kind: 'message', name: 'm', correlation: null }] },
    a: 'userTask',
    b: 'userTask',
    c: 'userTask',
  },
  ['one > a', 'two > b', 'mail > c'],
);

test('every none start event starts', () => {
  expect(new Simulation(graph).start().open).toEqual(['task a', 'task b']);
});

test('a start event that is named starts alone', () => {
  const run = new Simulation(graph).start({ x: 1 }, 'mail');
  expect(run.open).toEqual(['task c']);
  expect(run.entered).toEqual(['mail', 'c']);
});

test('nodes without incoming flow start where there is no start event', () => {
  const bare = graphOf({ a: 'userTask', b: 'userTask', c: 'userTask' }, ['a > c']);
  expect(new Simulation(bare).start().open).toEqual(['task a', 'task b']);
});

test('a process that only an event starts does not start by itself', () => {
  const mail = graphOf({ mail: { type: 'startEvent', events: [{ kind: 'signal', name: 's' }] }, a: 'userTask' }, [
    'mail > a',
  ]);
  expect(() => new Simulation(mail).start()).toThrow(expect.objectContaining({ code: 'start-node-needed' }));
});

test.each([
  ['nowhere', 'node-unknown'],
  ['a', 'node-not-a-start'],
])('starting at %s is refused', (node, code) => {
  expect(() => new Simulation(graph).start({}, node)).toThrow(expect.objectContaining({ code }));
});
