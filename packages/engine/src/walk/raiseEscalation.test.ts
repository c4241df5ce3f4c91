import { expect, test } from 'vitest';
import { step } from '../step.ts';
import { evaluateSimple } from '../testing/evaluateSimple.ts';
import { graphOf, type NodeSketch } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const escalation = (code: string | null) => ({ kind: 'escalation', code }) as const;

function withSub(more: Readonly<Record<string, NodeSketch>>, flows: readonly string[]) {
  return graphOf(
    {
      start: 'startEvent',
      sub: 'subProcess',
      work: { type: 'task', in: 'sub' },
      raise: { type: 'intermediateThrowEvent', in: 'sub', events: [escalation('late')] },
      inner: { type: 'userTask', in: 'sub' },
      after: 'userTask',
      aside: 'userTask',
      ...more,
    },
    ['start > sub', 'work > raise', 'raise > inner', 'sub > after', 'after > aside', ...flows],
  );
}
const border = (interrupting: boolean, code: string | null) =>
  ({ type: 'boundaryEvent', attachedTo: 'sub', interrupting, events: [escalation(code)] }) as const;

test('a boundary event that does not interrupt starts its own way beside the activity', () => {
  const run = new Simulation(withSub({ edge: border(false, 'late') }, ['edge > aside'])).start();
  expect(run.open).toEqual(['task aside', 'task inner']);
});

test('one that interrupts ends the activity', () => {
  const run = new Simulation(withSub({ edge: border(true, 'late') }, ['edge > aside'])).start();
  expect(run.open).toEqual(['task aside']);
});

test('the event of the same code goes before one that catches all, and another code does not catch', () => {
  const both = withSub({ all: border(true, null), edge: border(false, 'late') }, ['edge > aside', 'all > after']);
  expect(new Simulation(both).start().open).toEqual(['task aside', 'task inner']);
  const other = withSub({ edge: border(true, 'early') }, ['edge > aside']);
  expect(new Simulation(other).start().open).toEqual(['task inner']);
});

test('uncaught, it changes nothing here and is told to whoever called', () => {
  const env = { now: 0, evaluate: evaluateSimple, script: () => null };
  const { effects, events } = step(withSub({}, []), null, { type: 'start', variables: {} }, env);
  expect(effects).toContainEqual({ type: 'escalate', node: 4, code: 'late' });
  expect(events).toContainEqual(expect.objectContaining({ type: 'escalation', node: 4, code: 'late' }));
  expect(new Simulation(withSub({}, [])).start().open).toEqual(['task inner']);
});

test.each([
  [true, ['task handling']],
  [false, ['task handling', 'task inner']],
])('an event subprocess catches it (interrupting: %s)', (interrupting, open) => {
  const graph = withSub(
    {
      handler: { type: 'eventSubProcess', in: 'sub' },
      caught: { type: 'startEvent', in: 'handler', interrupting, events: [escalation('late')] },
      handling: { type: 'userTask', in: 'handler' },
      edge: border(true, null),
    },
    ['caught > handling', 'edge > aside'],
  );
  expect(new Simulation(graph).start().open).toEqual(open);
});

test('thrown again by the event subprocess, it is caught further out', () => {
  const graph = withSub(
    {
      handler: { type: 'eventSubProcess', in: 'sub' },
      caught: { type: 'startEvent', in: 'handler', interrupting: false, events: [escalation('late')] },
      again: { type: 'endEvent', in: 'handler', events: [escalation('late')] },
      edge: border(false, 'late'),
    },
    ['caught > again', 'edge > aside'],
  );
  const run = new Simulation(graph).start();
  expect(run.open).toEqual(['task aside', 'task inner']);
});

test('the work at a task may escalate: the command of the outside', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      a: 'userTask',
      edge: { type: 'boundaryEvent', attachedTo: 'a', interrupting: false, events: [escalation(null)] },
      aside: 'userTask',
    },
    ['start > a', 'edge > aside'],
  );
  const run = new Simulation(graph).start();
  run.dispatch({ type: 'escalate', token: run.wait('a').token, code: 'x', variables: { why: 1 } });
  expect(run.open).toEqual(['task a', 'task aside']);
  expect(run.variables).toEqual({ why: 1 });
});

test('an end event throws it and ends its token', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      sub: 'subProcess',
      end: { type: 'endEvent', in: 'sub', events: [escalation(null)] },
      edge: border(false, null),
      aside: 'userTask',
      after: 'userTask',
    },
    ['start > sub', 'edge > aside', 'sub > after'],
  );
  expect(new Simulation(graph).start().open).toEqual(['task after', 'task aside']);
});
