import { expect, test } from 'vitest';
import { graphOf, type NodeSketch } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const both = [
  { kind: 'message', name: 'm', correlation: null },
  { kind: 'signal', name: 's' },
] as const;

function catching(parallelMultiple: boolean) {
  return graphOf(
    {
      start: 'startEvent',
      wait: { type: 'intermediateCatchEvent', events: both, parallelMultiple },
      after: 'userTask',
    },
    ['start > wait', 'wait > after'],
  );
}

test('a multiple catch event goes on with the first of its triggers and withdraws the others', () => {
  const run = new Simulation(catching(false)).start();
  expect(run.open).toEqual(['message wait', 'signal wait']);
  expect(run.message('m', null, { x: 1 }).open).toEqual(['task after']);
  expect(run.variables).toEqual({ x: 1 });
});

test('a parallel multiple catch event needs all of them, in any order', () => {
  const run = new Simulation(catching(true)).start().signal('s');
  expect(run.open).toEqual(['message wait']);
  expect(run.message('m').open).toEqual(['task after']);
  expect(new Simulation(catching(true)).start().message('m').signal('s').open).toEqual(['task after']);
});

function bordered(interrupting: boolean, parallelMultiple: boolean) {
  const edge: NodeSketch = { type: 'boundaryEvent', attachedTo: 'a', interrupting, parallelMultiple, events: both };
  return graphOf({ start: 'startEvent', a: 'userTask', edge, aside: 'userTask', b: 'userTask' }, [
    'start > a',
    'a > b',
    'edge > aside',
  ]);
}

test('a boundary event with several triggers is caught by any of them', () => {
  expect(new Simulation(bordered(true, false)).start().signal('s').open).toEqual(['task aside']);
  const run = new Simulation(bordered(false, false)).start().signal('s').message('m');
  expect(run.open).toEqual(['message edge', 'signal edge', 'task a', 'task aside', 'task aside']);
});

test('a parallel multiple boundary event that does not interrupt waits for all of them again', () => {
  const run = new Simulation(bordered(false, true)).start().signal('s');
  expect(run.open).toEqual(['message edge', 'task a']);
  run.message('m');
  expect(run.open).toEqual(['message edge', 'signal edge', 'task a', 'task aside']);
  run.complete('a');
  expect(run.open).toEqual(['task aside', 'task b']);
});

test('an event subprocess may have several triggers', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      a: 'userTask',
      handler: 'eventSubProcess',
      caught: { type: 'startEvent', in: 'handler', events: both, parallelMultiple: true },
      handling: { type: 'userTask', in: 'handler' },
    },
    ['start > a', 'caught > handling'],
  );
  const run = new Simulation(graph).start().message('m');
  expect(run.open).toEqual(['signal caught', 'task a']);
  expect(run.signal('s').open).toEqual(['task handling']);
});

test('a start event with several triggers starts with any; a parallel one then waits for the others', () => {
  const startWith = (parallelMultiple: boolean) =>
    graphOf({ begin: { type: 'startEvent', events: both, parallelMultiple }, a: 'userTask' }, ['begin > a']);
  const start = { type: 'start', startNode: 'begin', startEvent: 1, variables: {} } as const;
  expect(new Simulation(startWith(false)).dispatch(start).open).toEqual(['task a']);
  const run = new Simulation(startWith(true)).dispatch(start);
  expect(run.open).toEqual(['message begin']);
  expect(run.message('m').open).toEqual(['task a']);
});

test('a throw event with several results throws all of them', () => {
  const graph = graphOf({ start: 'startEvent', out: { type: 'intermediateThrowEvent', events: both } }, [
    'start > out',
  ]);
  expect(new Simulation(graph).start().sent).toMatchObject([
    { type: 'sendMessage', name: 'm' },
    { type: 'broadcastSignal', name: 's' },
  ]);
});

const whenBig = { kind: 'conditional', condition: 'n > 10' } as const;
const escalated = { kind: 'escalation', code: 'X' } as const;
const failed = { kind: 'error', code: 'E' } as const;
const message = both[0];

function allOf(events: NonNullable<Exclude<NodeSketch, string>['events']>, interrupting: boolean) {
  const edge: NodeSketch = { type: 'boundaryEvent', attachedTo: 'a', interrupting, parallelMultiple: true, events };
  return graphOf({ start: 'startEvent', a: 'userTask', edge, aside: 'userTask' }, ['start > a', 'edge > aside']);
}
const asides = (run: Simulation) => run.open.filter((wait) => wait === 'task aside').length;

test('a condition that stayed true counted again for a parallel multiple event that had fired', () => {
  const run = new Simulation(allOf([whenBig, message], false)).start({ n: 11 });
  expect(asides(run.message('m'))).toBe(1);
  expect(asides(run.message('m'))).toBe(1);
  run.dispatch({ type: 'setVariables', variables: { n: 1 } });
  run.dispatch({ type: 'setVariables', variables: { n: 12 } });
  expect(asides(run)).toBe(2);
});

test.each([true, false])('an escalation alone fired a parallel multiple event (interrupting: %s)', (interrupting) => {
  const run = new Simulation(allOf([escalated, message], interrupting)).start();
  const escalate = () => run.dispatch({ type: 'escalate', token: run.wait('a').token, code: 'X', variables: {} });
  escalate();
  expect(run.open).toEqual(['message edge', 'task a']);
  // the same again is not the other
  escalate();
  expect(asides(run)).toBe(0);
  expect(run.message('m').open).toEqual(interrupting ? ['task aside'] : ['message edge', 'task a', 'task aside']);
  if (interrupting) return;
  run.message('m');
  expect(asides(run)).toBe(1);
  escalate();
  expect(asides(run)).toBe(2);
});

test('an error is caught by a parallel multiple event as the last of its triggers only', () => {
  const early = new Simulation(allOf([failed, message], true)).start().error('a', 'E');
  expect(early.finish).toMatchObject({ status: 'failed', errorCode: 'E' });
  const late = new Simulation(allOf([failed, message], true)).start().message('m');
  expect(late.error('a', 'E').open).toEqual(['task aside']);
});
