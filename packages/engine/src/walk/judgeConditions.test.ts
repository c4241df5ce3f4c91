import { expect, test } from 'vitest';
import { graphOf, type NodeSketch } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';
import type { JsonObject } from '../types/Json.ts';

const whenBig = { kind: 'conditional', condition: 'n > 10' } as const;
const set = (run: Simulation, variables: JsonObject) => run.dispatch({ type: 'setVariables', variables });

function onTask(interrupting: boolean) {
  return graphOf(
    {
      start: 'startEvent',
      a: 'userTask',
      edge: { type: 'boundaryEvent', attachedTo: 'a', interrupting, events: [whenBig] },
      aside: 'userTask',
      b: 'userTask',
    },
    ['start > a', 'a > b', 'edge > aside'],
  );
}

test('a boundary event is caught when its condition becomes true', () => {
  const run = new Simulation(onTask(true)).start({ n: 1 });
  expect(run.open).toEqual(['task a']);
  expect(set(run, { n: 5 }).open).toEqual(['task a']);
  expect(set(run, { n: 11 }).open).toEqual(['task aside']);
});

test('one that is true from the start is caught before the activity begins', () => {
  const run = new Simulation(onTask(true)).start({ n: 11 });
  expect(run.open).toEqual(['task aside']);
});

test('one that does not interrupt is caught again only after it has been false (10.5.5)', () => {
  const run = new Simulation(onTask(false)).start({ n: 1 });
  set(run, { n: 11 });
  set(run, { n: 12 });
  expect(run.open).toEqual(['task a', 'task aside']);
  set(run, { n: 1 });
  set(run, { n: 13 });
  expect(run.open).toEqual(['task a', 'task aside', 'task aside']);
  expect(run.complete('a').open).toEqual(['task aside', 'task aside', 'task b']);
});

test('what the condition needs may come later: until then it is not true', () => {
  const unknown = { evaluate: knownOnly, script: () => null };
  const run = new Simulation(onTask(true), { interpreter: unknown }).start();
  expect(run.open).toEqual(['task a']);
  expect(set(run, { n: 11 }).open).toEqual(['task aside']);
});

test('a condition that fails is an incident, which can be retried', () => {
  const run = new Simulation(onTask(true)).start({ n: true });
  expect(run.open).toEqual(['incident edge', 'task a']);
  set(run, { n: 3 });
  run.retry('edge');
  expect(run.open).toEqual(['task a']);
  expect(set(run, { n: 11 }).open).toEqual(['task aside']);
});

test('an intermediate event waits for its condition', () => {
  const graph = graphOf(
    { start: 'startEvent', wait: { type: 'intermediateCatchEvent', events: [whenBig] }, after: 'userTask' },
    ['start > wait', 'wait > after'],
  );
  const run = new Simulation(graph).start({ n: 1 });
  expect(run.open).toEqual([]);
  expect(run.state.status).toBe('active');
  expect(set(run, { n: 11 }).open).toEqual(['task after']);
  expect(new Simulation(graph).start({ n: 11 }).open).toEqual(['task after']);
});

test('behind an event-based gateway it competes with the others', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      gate: 'eventBasedGateway',
      big: { type: 'intermediateCatchEvent', events: [whenBig] },
      late: { type: 'intermediateCatchEvent', events: [{ kind: 'signal', name: 's' }] },
      a: 'userTask',
      b: 'userTask',
    },
    ['start > gate', 'gate > big', 'gate > late', 'big > a', 'late > b'],
  );
  const run = new Simulation(graph).start({ n: 1 });
  expect(run.open).toEqual(['signal late']);
  expect(set(run, { n: 11 }).open).toEqual(['task a']);
  expect(new Simulation(graph).start({ n: 1 }).signal('s').open).toEqual(['task b']);
});

const handled: Record<string, NodeSketch> = {
  start: 'startEvent',
  work: { type: 'scriptTask', script: { language: 'feel', source: 'n + 10', resultVariable: 'n' } },
  more: 'userTask',
  handler: 'eventSubProcess',
  handling: { type: 'userTask', in: 'handler' },
};

test('an event subprocess interrupts its scope before the next step is done', () => {
  const graph = graphOf({ ...handled, caught: { type: 'startEvent', in: 'handler', events: [whenBig] } }, [
    'start > work',
    'work > more',
    'caught > handling',
  ]);
  const run = new Simulation(graph).start({ n: 1 });
  expect(run.open).toEqual(['task handling']);
  expect(run.entered).not.toContain('more');
});

function knownOnly(expression: string, variables: JsonObject): boolean {
  if (typeof variables['n'] === 'number') return variables['n'] > 10;
  const error = new Error(expression);
  throw Object.assign(error, { isEvaluationError: true, code: 'variable-unknown', text: { en: '', zh: '' } });
}

test('nor can it be answered by hand while the incident holds it', () => {
  const run = new Simulation(onTask(true)).start({ n: true });
  const { token } = run.wait('edge');
  expect(() => run.dispatch({ type: 'trigger', token, variables: {} })).toThrow('does not wait for this');
  expect(run.open).toEqual(['incident edge', 'task a']);
});
