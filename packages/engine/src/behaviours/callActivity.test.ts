import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const graph = graphOf(
  {
    start: 'startEvent',
    call: { type: 'callActivity', calledElement: 'child' },
    bad: { type: 'boundaryEvent', attachedTo: 'call', events: [{ kind: 'error', code: 'E' }] },
    late: {
      type: 'boundaryEvent',
      attachedTo: 'call',
      events: [{ kind: 'timer', timer: { type: 'duration', source: 'P1D' } }],
    },
    after: 'userTask',
    aside: 'userTask',
    overdue: 'userTask',
  },
  ['start > call', 'call > after', 'bad > aside', 'late > overdue'],
);
const child = graphOf(
  {
    start: 'startEvent',
    work: 'userTask',
    xor: 'exclusiveGateway',
    end: 'endEvent',
    error: { type: 'endEvent', events: [{ kind: 'error', code: 'E' }] },
  },
  ['start > work', 'work > xor', 'xor > end: ok', 'xor > error default'],
);
const processes = { child };

test('variables go in and come back', () => {
  const run = new Simulation(graph, { processes }).start({ a: 1 });
  expect(run.wait('call')).toMatchObject({ kind: 'process', variables: { a: 1 } });
  run.called('call').complete('work', { ok: true, b: 2 });
  expect(run.open).toEqual(['task after']);
  expect(run.variables).toEqual({ a: 1, ok: true, b: 2 });
});

test('an error that ends the called process is caught at the boundary', () => {
  const run = new Simulation(graph, { processes }).start();
  run.called('call').complete('work', { ok: false });
  expect(run.open).toEqual(['task aside']);
});

test('interrupting it cancels the called process', () => {
  const run = new Simulation(graph, { processes }).start();
  const called = run.called('call');
  expect(run.advance('P1D').open).toEqual(['task overdue']);
  expect(called.state.status).toBe('cancelled');
});

test('without a process to call there is an incident', () => {
  const nothing = graphOf({ start: 'startEvent', call: 'callActivity' }, ['start > call']);
  expect(new Simulation(nothing).start().wait('call').code).toBe('called-element-missing');
});
