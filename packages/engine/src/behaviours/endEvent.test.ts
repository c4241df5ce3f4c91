import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

test('the outcome is that of the end event reached last that has one', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      a: 'userTask',
      b: 'userTask',
      won: { type: 'endEvent', business: { outcome: 'won' } },
      end: 'endEvent',
    },
    ['start > a', 'start > b', 'a > won', 'b > end'],
  );
  const run = new Simulation(graph).start().complete('a');
  expect(run.finish).toBeNull();
  run.complete('b');
  expect(run.finish).toMatchObject({ status: 'completed', outcome: 'won' });
});

test('a message end sends its message, a signal end broadcasts its signal', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      m: { type: 'endEvent', events: [{ kind: 'message', name: 'm', correlation: 'id' }] },
      s: { type: 'endEvent', events: [{ kind: 'signal', name: 's' }] },
    },
    ['start > m', 'start > s'],
  );
  expect(new Simulation(graph).start({ id: 5 }).sent).toEqual([
    { type: 'sendMessage', node: 2, name: 'm', correlation: '5', payload: {} },
    { type: 'broadcastSignal', node: 3, name: 's', payload: {}, toOwn: false },
  ]);
});

test('terminate ends the process at once', () => {
  const graph = graphOf(
    { start: 'startEvent', a: 'userTask', b: 'userTask', stop: { type: 'endEvent', events: [{ kind: 'terminate' }] } },
    ['start > a', 'start > b', 'a > stop'],
  );
  const run = new Simulation(graph).start().complete('a');
  expect(run.finish).toMatchObject({ status: 'terminated' });
  expect(run.open).toEqual([]);
  expect(run.state.tokens).toEqual([]);
});

test('terminate in a subprocess ends only that', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      other: 'userTask',
      sub: 'subProcess',
      a: { type: 'userTask', in: 'sub' },
      b: { type: 'userTask', in: 'sub' },
      stop: { type: 'endEvent', in: 'sub', events: [{ kind: 'terminate' }] },
      after: 'userTask',
    },
    ['start > sub', 'start > other', 'a > stop', 'sub > after'],
  );
  expect(new Simulation(graph).start().complete('a').open).toEqual(['task after', 'task other']);
});

test('an error end is caught at the boundary of its subprocess and cancels what else is inside', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      sub: 'subProcess',
      a: { type: 'userTask', in: 'sub' },
      b: { type: 'userTask', in: 'sub' },
      bad: { type: 'endEvent', in: 'sub', events: [{ kind: 'error', code: 'E' }] },
      edge: { type: 'boundaryEvent', attachedTo: 'sub', events: [{ kind: 'error', code: 'E' }] },
      after: 'userTask',
      aside: 'userTask',
    },
    ['start > sub', 'a > bad', 'sub > after', 'edge > aside'],
  );
  expect(new Simulation(graph).start().complete('a').open).toEqual(['task aside']);
});

test('an error that nothing catches fails the instance', () => {
  const graph = graphOf(
    { start: 'startEvent', other: 'userTask', bad: { type: 'endEvent', events: [{ kind: 'error', code: 'E' }] } },
    ['start > bad', 'start > other'],
  );
  const run = new Simulation(graph).start();
  expect(run.finish).toMatchObject({ status: 'failed', errorCode: 'E' });
  expect(run.state).toMatchObject({ status: 'failed', tokens: [] });
});

test('a cancel end event outside of all transactions is an incident, not skipped', () => {
  const graph = graphOf({ start: 'startEvent', end: { type: 'endEvent', events: [{ kind: 'cancel' }] } }, [
    'start > end',
  ]);
  expect(new Simulation(graph).start().wait('end').code).toBe('cancel-outside-transaction');
});
