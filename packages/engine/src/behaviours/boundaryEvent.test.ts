import { expect, test } from 'vitest';
import { graphOf, type NodeSketch } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

function withBoundary(event: object, host: NodeSketch = 'userTask', interrupting = true) {
  return graphOf(
    {
      start: 'startEvent',
      work: host,
      edge: { type: 'boundaryEvent', attachedTo: 'work', interrupting, events: [event as never] },
      after: 'userTask',
      aside: 'userTask',
    },
    ['start > work', 'work > after', 'edge > aside'],
  );
}
const timer = (type: 'duration' | 'cycle' | 'date', source: string) => ({ kind: 'timer', timer: { type, source } });

test('an interrupting timer cancels its activity', () => {
  const run = new Simulation(withBoundary(timer('duration', 'PT8H'))).start();
  expect(run.open).toEqual(['task work', 'timer edge']);
  expect(run.advance('PT8H').open).toEqual(['task aside']);
  expect(run.events).toContainEqual({ type: 'cancel', node: 2, token: 2, scope: 0 });
});

test('an activity that ends withdraws its boundary events', () => {
  expect(new Simulation(withBoundary(timer('duration', 'PT8H'))).start().complete('work').open).toEqual(['task after']);
});

test('a non-interrupting timer fires once and lets its activity go on', () => {
  const run = new Simulation(withBoundary(timer('duration', 'PT8H'), 'userTask', false)).start().advance('P9D');
  expect(run.open).toEqual(['task aside', 'task work']);
});

test('a non-interrupting cycle fires as often as it says', () => {
  const run = new Simulation(withBoundary(timer('cycle', 'R3/PT1H'), 'userTask', false)).start();
  expect(run.advance('PT1H').open).toEqual(['task aside', 'task work', 'timer edge']);
  expect(run.advance('PT1H').open).toEqual(['task aside', 'task aside', 'task work', 'timer edge']);
  expect(run.advance('P1D').open).toEqual(['task aside', 'task aside', 'task aside', 'task work']);
});

test('an endless cycle goes on until its activity ends', () => {
  const run = new Simulation(withBoundary(timer('cycle', 'R/PT1H'), 'userTask', false)).start().advance('PT5H');
  expect(run.open.filter((wait) => wait === 'task aside')).toHaveLength(5);
  run.complete('work');
  expect(run.open).not.toContain('timer edge');
});

test('a cycle keeps its rhythm when the clock is late, and does not make up for what it missed', () => {
  const run = new Simulation(withBoundary(timer('cycle', 'R/PT1H'), 'userTask', false)).start();
  const { now } = run;
  const fireAt = (minutes: number): unknown => {
    run.now = now + minutes * 60_000;
    run.dispatch({ type: 'trigger', token: run.wait('edge').token, variables: {} });
    return run.wait('edge').to;
  };
  expect(fireAt(61)).toEqual({ kind: 'timer', due: now + 120 * 60_000 });
  expect(fireAt(500)).toEqual({ kind: 'timer', due: now + 560 * 60_000 });
});

test('a non-interrupting message can come again, an interrupting one ends the activity', () => {
  const message = { kind: 'message', name: 'm', correlation: null };
  const run = new Simulation(withBoundary(message, 'userTask', false)).start().message('m').message('m');
  expect(run.open).toEqual(['message edge', 'task aside', 'task aside', 'task work']);
  expect(new Simulation(withBoundary(message)).start().message('m').open).toEqual(['task aside']);
});

test('a signal is caught', () => {
  expect(new Simulation(withBoundary({ kind: 'signal', name: 's' })).start().signal('s').open).toEqual(['task aside']);
});

test.each([
  ['E1', 'E1', ['task aside']],
  [null, 'E1', ['task aside']],
  ['E2', 'E1', []],
])('an error boundary event for %s, error %s', (caught, thrown, open) => {
  const run = new Simulation(withBoundary({ kind: 'error', code: caught }, 'serviceTask'))
    .start()
    .error('work', thrown);
  expect(run.open).toEqual(open);
  if (open.length === 0) expect(run.finish).toMatchObject({ status: 'failed', errorCode: 'E1' });
});

test('the boundary event of this code goes before the one that catches all', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      work: 'serviceTask',
      all: { type: 'boundaryEvent', attachedTo: 'work', events: [{ kind: 'error', code: null }] },
      one: { type: 'boundaryEvent', attachedTo: 'work', events: [{ kind: 'error', code: 'E1' }] },
      a: 'userTask',
      b: 'userTask',
    },
    ['start > work', 'all > a', 'one > b'],
  );
  expect(new Simulation(graph).start().error('work', 'E1').open).toEqual(['task b']);
  expect(new Simulation(graph).start().error('work', 'E9').open).toEqual(['task a']);
});

test('interrupting a subprocess cancels everything inside', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      sub: 'subProcess',
      edge: { type: 'boundaryEvent', attachedTo: 'sub', events: [{ kind: 'signal', name: 's' }] },
      inner: { type: 'userTask', in: 'sub' },
      deep: { type: 'subProcess', in: 'sub' },
      deepest: { type: 'userTask', in: 'deep' },
      aside: 'userTask',
    },
    ['start > sub', 'edge > aside'],
  );
  const run = new Simulation(graph).start();
  expect(run.open).toEqual(['signal edge', 'task deepest', 'task inner']);
  run.signal('s');
  expect(run.open).toEqual(['task aside']);
  expect(run.state.scopes).toHaveLength(1);
});

test.each([
  ['a cycle of no length, which was due again at once for ever', 'cycle', 'R/PT0S'],
  ['a cycle backwards', 'cycle', 'R/-P1D'],
  ['a cycle too short to do anything else', 'cycle', 'R/PT0.01S'],
  ['a date that no database keeps', 'date', '+275760-01-01T00:00:00Z'],
  ['a duration beyond the calendar', 'duration', 'P9000Y'],
] as const)('%s is an incident', (_, type, source) => {
  const run = new Simulation(withBoundary(timer(type, '=wait'), 'userTask', false)).start({ wait: source });
  expect(run.wait('work')).toMatchObject({ kind: 'incident', code: 'timer-invalid' });
});

test('a timer that is none is an incident at the activity; retry arms it', () => {
  const run = new Simulation(withBoundary(timer('duration', '=wait'))).start({ wait: 'soon' });
  expect(run.wait('work')).toMatchObject({ kind: 'incident', code: 'timer-invalid' });
  run.dispatch({ type: 'setVariables', variables: { wait: 'PT1H' } }).retry('work');
  expect(run.open).toEqual(['task work', 'timer edge']);
});

test('what came with the event is not lost when its mapping fails: a retry maps it', () => {
  const event = { kind: 'message', name: 'm', correlation: null } as const;
  const outputs = [{ name: 'total', value: 'sent + offset' }];
  const graph = graphOf(
    {
      start: 'startEvent',
      work: 'userTask',
      edge: { type: 'boundaryEvent', attachedTo: 'work', interrupting: false, events: [event], outputs },
      aside: 'userTask',
    },
    ['start > work', 'edge > aside'],
  );
  const run = new Simulation(graph).start().message('m', null, { sent: 2 });
  expect(run.open).toEqual(['incident edge', 'message edge', 'task work']);
  run.dispatch({ type: 'setVariables', variables: { offset: 3 } });
  const held = run.waits.find(({ kind }) => kind === 'incident')?.token ?? -1;
  run.dispatch({ type: 'retry', token: held });
  expect(run.open).toEqual(['message edge', 'task aside', 'task work']);
  expect(run.variables).toEqual({ offset: 3, total: 5 });
});
