import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const graph = graphOf(
  {
    start: 'startEvent',
    gate: 'eventBasedGateway',
    reply: { type: 'intermediateCatchEvent', events: [{ kind: 'message', name: 'reply', correlation: 'id' }] },
    late: { type: 'intermediateCatchEvent', events: [{ kind: 'timer', timer: { type: 'duration', source: 'P3D' } }] },
    receive: { type: 'receiveTask', events: [{ kind: 'message', name: 'refusal', correlation: 'id' }] },
    a: 'userTask',
    b: 'userTask',
    c: 'userTask',
  },
  ['start > gate', 'gate > reply', 'gate > late', 'gate > receive', 'reply > a', 'late > b', 'receive > c'],
);

test('the first event wins and the others are withdrawn', () => {
  const run = new Simulation(graph).start({ id: 7 });
  expect(run.open).toEqual(['message receive', 'message reply', 'timer late']);
  run.message('reply', '7', { answer: 'yes' });
  expect(run.open).toEqual(['task a']);
  expect(run.variables).toMatchObject({ answer: 'yes' });
  expect(run.entered).toEqual(['start', 'gate', 'reply', 'a']);
});

test('the timer wins when nothing else comes', () => {
  const run = new Simulation(graph).start({ id: 7 }).advance('P2D');
  expect(run.open).toHaveLength(3);
  expect(run.advance('P1D').open).toEqual(['task b']);
});

test('a receive task behind the gateway is not waited at a second time', () => {
  expect(new Simulation(graph).start({ id: 7 }).message('refusal', '7').open).toEqual(['task c']);
});

test('an event that can not be subscribed to is an incident and leaves nothing armed', () => {
  const run = new Simulation(graph).start({});
  expect(run.open).toEqual(['incident gate']);
  run.dispatch({ type: 'setVariables', variables: { id: 'x' } }).retry('gate');
  expect(run.open).toEqual(['message receive', 'message reply', 'timer late']);
});
