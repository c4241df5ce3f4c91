import { expect, test } from 'vitest';
import { CommandRefused } from './CommandRefused.ts';
import { step } from './step.ts';
import { evaluateSimple } from './testing/evaluateSimple.ts';
import { graphOf } from './testing/graphOf.ts';
import { Simulation } from './testing/Simulation.ts';
import type { Command } from './types/Command.ts';
import { STEP_LIMIT } from './walk/limits.ts';

const env = { now: 0, evaluate: evaluateSimple, script: () => null };
const graph = graphOf(
  {
    start: 'startEvent',
    a: 'userTask',
    late: { type: 'boundaryEvent', attachedTo: 'a', events: [{ kind: 'signal', name: 's' }] },
    b: 'userTask',
    sub: 'subProcess',
    inner: { type: 'userTask', in: 'sub' },
    end: 'endEvent',
  },
  ['start > a', 'a > b', 'b > sub', 'sub > end', 'late > end'],
);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

test('the state handed in is not changed, and the same command gives the same answer', () => {
  const { state } = step(graph, null, { type: 'start', variables: { x: 1 } }, env);
  const command = { type: 'complete', token: state.tokens[0]?.id ?? -1, variables: { y: 2 } } as const;
  const first = step(graph, frozen(state), frozen(command), env);
  expect(step(graph, state, command, env)).toEqual(first);
  expect(JSON.parse(JSON.stringify(first.state))).toEqual(first.state);
});

test('a late answer to a wait that is over is refused', () => {
  const run = new Simulation(graph).start();
  const { token } = run.wait('a');
  run.complete('a');
  expect(() => run.dispatch({ type: 'complete', token, variables: {} })).toThrow(
    expect.objectContaining({ code: 'token-unknown' }),
  );
  expect(run.open).toEqual(['task b']);
});

test.each<[string, Command, string]>([
  ['a second start', { type: 'start', variables: {} }, 'instance-already-started'],
  ['retry without incident', { type: 'retry', token: 2 }, 'nothing-to-retry'],
  ['move to nowhere', { type: 'move', token: 2, to: 'nowhere' }, 'node-unknown'],
  ['move into another scope', { type: 'move', token: 2, to: 'inner' }, 'node-elsewhere'],
  ['move to a boundary event', { type: 'move', token: 2, to: 'late' }, 'node-elsewhere'],
  ['move of a watcher', { type: 'move', token: 3, to: 'b' }, 'token-not-waiting'],
  ['error at a watcher', { type: 'error', token: 3, code: 'E', message: '' }, 'token-not-waiting'],
])('%s is refused', (_name, command, code) => {
  const run = new Simulation(graph).start();
  expect(() => run.dispatch(command)).toThrow(CommandRefused);
  expect(() => run.dispatch(command)).toThrow(expect.objectContaining({ code }));
});

test('commands before the start and after the end are refused', () => {
  expect(() => step(graph, null, { type: 'cancel', reason: '' }, env)).toThrow(
    expect.objectContaining({ code: 'instance-not-started' }),
  );
  const run = new Simulation(graph).start().dispatch({ type: 'cancel', reason: 'wrong deal' });
  expect(() => run.dispatch({ type: 'cancel', reason: '' })).toThrow(
    expect.objectContaining({ code: 'instance-over' }),
  );
});

test('cancel withdraws everything', () => {
  const run = new Simulation(graph).start({ x: 1 }).dispatch({ type: 'cancel', reason: 'wrong deal' });
  expect(run.open).toEqual([]);
  expect(run.finish).toMatchObject({ status: 'cancelled', message: 'wrong deal' });
  expect(run.variables).toEqual({ x: 1 });
});

test('move takes a token, with its boundary events, to another node of its scope', () => {
  const run = new Simulation(graph).start();
  run.dispatch({ type: 'move', token: run.wait('a').token, to: 'b' });
  expect(run.open).toEqual(['task b']);
  run.dispatch({ type: 'move', token: run.wait('b').token, to: 'a' });
  expect(run.open).toEqual(['signal late', 'task a']);
});

test('an endless loop without a wait ends in an incident that can be moved away from', () => {
  const loop = graphOf({ start: 'startEvent', a: 'exclusiveGateway', b: 'task', out: 'userTask' }, [
    'start > a',
    'a > b',
    'b > a',
    'b > out: false',
  ]);
  const run = new Simulation(loop).start();
  expect(run.waits).toEqual([expect.objectContaining({ kind: 'incident', code: 'step-limit' })]);
  expect(run.entered).toHaveLength(STEP_LIMIT + 1);
  run.dispatch({ type: 'move', token: run.waits[0]?.token ?? -1, to: 'out' });
  expect(run.open).toEqual(['task out']);
});

test.each(['task', 'userTask'] as const)('a loop that multiplies tokens is refused before it floods (%s)', (type) => {
  const flood = graphOf({ start: 'startEvent', a: 'exclusiveGateway', split: 'parallelGateway', b: type }, [
    'start > a',
    'a > split',
    'split > a',
    'split > b',
    'split > a',
  ]);
  expect(() => new Simulation(flood).start()).toThrow(expect.objectContaining({ code: 'too-many-tokens' }));
});

test('an element that can not be executed is an incident', () => {
  const odd = graphOf({ start: 'startEvent', pool: 'process' }, ['start > pool']);
  expect(new Simulation(odd).start().wait('pool').code).toBe('element-not-supported');
});
