import { expect, test } from 'vitest';
import { catching, conditional, flows, link, message, parallel, start, throwing, timer, user } from './drawing.ts';
import { isClean, play, timesEntered } from './play.ts';
import { TRIGGERS, type Trigger } from './triggers.ts';

/** Two tokens wait at the same event. */
const twoTokens = (definition: string, attributes = '') =>
  start('begin') +
  parallel('split') +
  user('b') +
  catching('wait', definition, attributes) +
  user('after') +
  flows('begin > split > wait > after', 'split > b > wait');

test.each<[string, Trigger, number]>([
  // a message reaches one who waits, a signal, a condition and a time all of them
  ['message, intermediate catch event', TRIGGERS.message, 1],
  ['timer, intermediate catch event', TRIGGERS.timer, 2],
  ['signal, intermediate catch event', TRIGGERS.signal, 2],
  ['conditional, intermediate catch event', TRIGGERS.conditional, 2],
  ['multiple, intermediate catch event', TRIGGERS.multiple, 2],
  ['parallel multiple, intermediate catch event', TRIGGERS['parallel multiple'], 1],
])('%s', async (_title, { definition, attributes, happens, waits }, passed) => {
  const run = await play(twoTokens(definition, attributes), { n: 1 });
  run.complete('b');
  expect(run.waits).toHaveLength(2 * waits);
  happens(run);
  expect(run.open.filter((wait) => wait === 'task after')).toHaveLength(passed);
  for (let rest = passed; rest < 2; rest++) run.message('m');
  expect(run.open).toEqual(['task after', 'task after']);
  // too late: nobody waits any more
  expect(() => run.message('m')).toThrow('nothing waits');
  run
    .signal('s')
    .advance('P1D')
    .dispatch({ type: 'setVariables', variables: { n: 12 } });
  expect(timesEntered(run, 'after')).toBe(2);
  expect(isClean(run.complete('after').complete('after'))).toBe(true);
});

const waiting = (definition: string) =>
  start('begin') + catching('wait', definition) + user('after') + flows('begin > wait > after');

test.each([
  ['timer with a date, intermediate catch event', timer('2026-01-03T00:00:00Z', 'timeDate'), 'P2D'],
  ['timer with a duration, intermediate catch event', timer('P2D'), 'P2D'],
  ['timer with a cycle, intermediate catch event: it fires once', timer('R5/P2D', 'timeCycle'), 'P2D'],
  // 1 January 2026 is a Thursday
  ['timer with a cron expression, intermediate catch event', timer('0 0 0 * * 6', 'timeCycle'), 'P2D'],
  ['timer with an expression, intermediate catch event', timer('=deadline'), 'P2D'],
  ['timer with a date that is over, intermediate catch event', timer('2020-01-01T00:00:00Z', 'timeDate'), 'PT1S'],
])('%s', async (_title, definition, after) => {
  const run = await play(waiting(definition), { deadline: 'P2D' });
  expect(run.open).toEqual(['timer wait']);
  if (after === 'P2D') expect(run.advance('P1D').open).toEqual(['timer wait']);
  expect(run.advance(after === 'P2D' ? 'P1D' : after).open).toEqual(['task after']);
  expect(run.advance('P30D').open).toEqual(['task after']);
});

test('a message writes what it carries', async () => {
  const run = await play(waiting(message()));
  expect(run.message('m', null, { paid: 12 }).variables).toEqual({ paid: 12 });
});

test('a condition that is already true is passed at once', async () => {
  const run = await play(waiting(conditional()), { n: 11 });
  expect(run.open).toEqual(['task after']);
});

test('a parallel multiple event does not go on with the same trigger twice', async () => {
  const run = await play(
    start('begin') +
      catching('wait', message() + message('m2'), 'parallelMultiple="true"') +
      user('after') +
      flows('begin > wait > after'),
  );
  run.message('m');
  expect(() => run.message('m')).toThrow('nothing waits');
  expect(run.open).toEqual(['message wait']);
  expect(run.message('m2').open).toEqual(['task after']);
});

test('link, intermediate catch event: every link of its name leads to it', async () => {
  const run = await play(
    start('begin') +
      parallel('split') +
      throwing('out1', link()) +
      throwing('out2', link()) +
      catching('in', link()) +
      user('after') +
      flows('begin > split > out1', 'split > out2', 'in > after'),
  );
  expect(run.open).toEqual(['task after', 'task after']);
  expect(run.entered).toEqual(expect.arrayContaining(['out1', 'out2', 'in', 'in']));
});
