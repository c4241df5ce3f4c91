import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

function withHandler(event: object, interrupting: boolean) {
  return graphOf(
    {
      start: 'startEvent',
      work: 'serviceTask',
      other: 'userTask',
      handler: 'eventSubProcess',
      caught: { type: 'startEvent', in: 'handler', interrupting, events: [event as never] },
      handling: { type: 'userTask', in: 'handler' },
    },
    ['start > work', 'start > other', 'caught > handling'],
  );
}
const message = { kind: 'message', name: 'm', correlation: null };

test('an interrupting one cancels all else in its scope, and the scope ends with it', () => {
  const run = new Simulation(withHandler(message, true)).start();
  expect(run.open).toEqual(['job work', 'message caught', 'task other']);
  run.message('m', null, { x: 1 });
  expect(run.open).toEqual(['task handling']);
  expect(run.complete('handling').state.status).toBe('completed');
  expect(run.variables).toEqual({ x: 1 });
});

test('a non-interrupting one may run repeatedly beside the scope, which waits for it', () => {
  const run = new Simulation(withHandler(message, false)).start().message('m').message('m');
  expect(run.open).toEqual(['job work', 'message caught', 'task handling', 'task handling', 'task other']);
  run.complete('work').complete('other').complete('handling');
  expect(run.state.status).toBe('active');
  run.complete('handling');
  expect(run.state.status).toBe('completed');
  expect(run.open).toEqual([]);
});

test('a timer cycle starts it again and again', () => {
  const cycle = { kind: 'timer', timer: { type: 'cycle', source: 'R2/PT1H' } };
  const run = new Simulation(withHandler(cycle, false)).start().advance('P1D');
  expect(run.open).toEqual(['job work', 'task handling', 'task handling', 'task other']);
});

test('it catches an error from inside its scope', () => {
  const run = new Simulation(withHandler({ kind: 'error', code: 'E1' }, true)).start().error('work', 'E1');
  expect(run.open).toEqual(['task handling']);
});

test('it does not catch an error from inside itself', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      work: 'serviceTask',
      handler: 'eventSubProcess',
      caught: { type: 'startEvent', in: 'handler', events: [{ kind: 'error', code: null }] },
      again: { type: 'endEvent', in: 'handler', events: [{ kind: 'error', code: 'E2' }] },
    },
    ['start > work', 'caught > again'],
  );
  const run = new Simulation(graph).start().error('work', 'E1');
  expect(run.finish).toMatchObject({ status: 'failed', errorCode: 'E2' });
});

test('one of a subprocess is armed and withdrawn with it', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      sub: 'subProcess',
      inner: { type: 'userTask', in: 'sub' },
      handler: { type: 'eventSubProcess', in: 'sub' },
      caught: { type: 'startEvent', in: 'handler', events: [{ kind: 'signal', name: 's' }] },
      after: 'userTask',
    },
    ['start > sub', 'sub > after'],
  );
  const run = new Simulation(graph).start();
  expect(run.open).toEqual(['signal caught', 'task inner']);
  expect(run.complete('inner').open).toEqual(['task after']);
  expect(new Simulation(graph).start().signal('s').open).toEqual(['task after']);
});

test('when one of the process can not be armed, nothing is started, and the reason is told', () => {
  const graph = withHandler({ kind: 'message', name: 'm', correlation: 'missing' }, true);
  const start = () => new Simulation(graph).start();
  expect(start).toThrow(expect.objectContaining({ code: 'event-not-armed' }));
  expect(start).toThrow(/no variable missing/);
});

test('when one of a subprocess can not be armed, the subprocess is held by an incident', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      sub: 'subProcess',
      inner: { type: 'userTask', in: 'sub' },
      handler: { type: 'eventSubProcess', in: 'sub' },
      caught: {
        type: 'startEvent',
        in: 'handler',
        events: [{ kind: 'message', name: 'm', correlation: 'missing' }],
      },
    },
    ['start > sub'],
  );
  const run = new Simulation(graph).start();
  expect(run.open).toEqual(['incident sub']);
  expect(run.state.scopes).toHaveLength(1);
  run.dispatch({ type: 'setVariables', variables: { missing: 1 } }).retry('sub');
  expect(run.open).toEqual(['message caught', 'task inner']);
});

test('what came with the event is not lost when its mapping fails: a retry maps it', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      work: 'userTask',
      handler: 'eventSubProcess',
      caught: {
        type: 'startEvent',
        in: 'handler',
        interrupting: true,
        events: [message as never],
        outputs: [{ name: 'total', value: 'sent + offset' }],
      },
      handling: { type: 'userTask', in: 'handler' },
    },
    ['start > work', 'caught > handling'],
  );
  const run = new Simulation(graph).start().message('m', null, { sent: 2 });
  expect(run.open).toEqual(['incident handler']);
  run.retry('handler');
  expect(run.open).toEqual(['incident handler']);
  run.dispatch({ type: 'setVariables', variables: { offset: 3 } }).retry('handler');
  expect(run.open).toEqual(['task handling']);
  expect(run.variables).toEqual({ offset: 3, total: 5 });
});
