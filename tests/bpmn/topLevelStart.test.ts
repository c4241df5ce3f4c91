import { expect, test } from 'vitest';
import { conditional, flows, message, signal, start, timer, user } from './drawing.ts';
import { graphOf, isClean, play, simulate } from './play.ts';
import { TRIGGERS } from './triggers.ts';

const oneWay = (definition: string, attributes = '') =>
  start('begin', definition, attributes) + user('a') + flows('begin > a');

test('none start event: a token leaves it at once', async () => {
  const run = await play(oneWay(''), { n: 1 });
  expect(run.open).toEqual(['task a']);
  expect(run.entered).toEqual(['begin', 'a']);
  expect(isClean(run.complete('a'))).toBe(true);
});

test.each([
  ['message start event: the process starts with its message', message()],
  ['timer start event with a date', timer('2026-03-01T09:00:00Z', 'timeDate')],
  ['timer start event with a duration', timer('PT1H')],
  ['timer start event with a cycle', timer('R3/PT1H', 'timeCycle')],
  ['timer start event with a cron expression', timer('0 0 9 * * 1', 'timeCycle')],
  ['signal start event: the process starts with its signal', signal()],
  ['conditional start event: the process starts when its condition becomes true', conditional()],
  ['multiple start event: the process starts with any of its triggers', TRIGGERS.multiple.definition],
])('%s', async (_title, definition) => {
  const graph = await graphOf(oneWay(definition));
  // nothing but its trigger starts it
  expect(() => simulate(graph).start()).toThrow(expect.objectContaining({ code: 'start-node-needed' }));
  const run = simulate(graph).start({ n: 11 }, 'begin');
  // what has started it is not waited for once more, and is written
  expect(run.open).toEqual(['task a']);
  expect(run.variables).toEqual({ n: 11 });
  expect(isClean(run.complete('a'))).toBe(true);
});

test('parallel multiple start event: the first trigger starts the process, which waits for the others', async () => {
  const graph = await graphOf(oneWay(TRIGGERS['parallel multiple'].definition, 'parallelMultiple="true"'));
  const run = simulate(graph).dispatch({ type: 'start', startNode: 'begin', startEvent: 1, variables: {} });
  expect(run.open).toEqual(['message begin']);
  expect(run.signal('s').open).toEqual(['message begin']);
  expect(run.message('m').open).toEqual(['task a']);
});

test('several start events: each starts an instance of its own', async () => {
  const graph = await graphOf(
    start('byHand') +
      start('byMessage', message()) +
      start('bySignal', signal()) +
      user('a') +
      user('b') +
      flows('byHand > a', 'byMessage > b', 'bySignal > b'),
  );
  expect(simulate(graph).start().open).toEqual(['task a']);
  expect(simulate(graph).start({}, 'byMessage').open).toEqual(['task b']);
  expect(simulate(graph).start({}, 'bySignal').entered).toEqual(['bySignal', 'b']);
});
