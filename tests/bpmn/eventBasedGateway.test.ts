import { expect, test } from 'vitest';
import { catching, element, eventBased, flows, start, timer, user, exclusive } from './drawing.ts';
import { graphOf, isClean, play, simulate, timesEntered } from './play.ts';
import { TRIGGERS, type Trigger } from './triggers.ts';

const race = (definition: string, attributes = '') =>
  start('begin') +
  eventBased('gate') +
  catching('first', definition, attributes) +
  catching('late', timer('P9D')) +
  user('a') +
  user('b') +
  flows('begin > gate > first > a', 'gate > late > b');

test.each<[string, Trigger]>([
  ['event-based gateway: a message wins', TRIGGERS.message],
  ['event-based gateway: a timer wins', TRIGGERS.timer],
  ['event-based gateway: a signal wins', TRIGGERS.signal],
  ['event-based gateway: a condition wins', TRIGGERS.conditional],
  ['event-based gateway: one of several triggers wins', TRIGGERS.multiple],
])('%s', async (_title, { definition, attributes, happens }) => {
  const run = await play(race(definition, attributes), { n: 1 });
  happens(run);
  expect(run.open).toEqual(['task a']);
  // the others are not waited for any more
  expect(run.advance('P30D').signal('s').open).toEqual(['task a']);
  expect(() => run.message('m')).toThrow('nothing waits');
  expect(timesEntered(run, 'first')).toBe(1);
  expect(timesEntered(run, 'late')).toBe(0);
  expect(isClean(run.complete('a'))).toBe(true);
  const other = await play(race(definition, attributes), { n: 1 });
  if (definition !== TRIGGERS.timer.definition) expect(other.advance('P9D').open).toEqual(['task b']);
});

test('event-based gateway: a receive task behind it has its message already', async () => {
  const run = await play(
    start('begin') +
      eventBased('gate') +
      element('receiveTask', 'first', '', 'messageRef="m"') +
      catching('late', timer()) +
      user('a') +
      flows('begin > gate > first > a', 'gate > late > a'),
  );
  expect(run.open).toEqual(['message first', 'timer late']);
  expect(run.message('m', null, { paid: 1 }).open).toEqual(['task a']);
  expect(run.variables).toEqual({ paid: 1 });
});

test('event-based gateway: in a loop it waits anew each time', async () => {
  const run = await play(
    start('begin') +
      exclusive('again') +
      eventBased('gate') +
      catching('more', TRIGGERS.message.definition) +
      catching('done', TRIGGERS.signal.definition) +
      user('a') +
      flows('begin > again > gate > more > again', 'gate > done > a'),
  );
  run.message('m').message('m').message('m');
  expect(timesEntered(run, 'more')).toBe(3);
  expect(run.open).toEqual(['message more', 'signal done']);
  expect(run.signal('s').open).toEqual(['task a']);
});

const instantiating = (kind: string) =>
  eventBased('gate', '', `instantiate="true" eventGatewayType="${kind}"`) +
  catching('first', TRIGGERS.message.definition) +
  catching('second', TRIGGERS.signal.definition) +
  user('a') +
  user('b') +
  flows('gate > first > a', 'gate > second > b');

test('event-based gateway that instantiates, exclusive: each event starts an instance of its own', async () => {
  const graph = await graphOf(instantiating('Exclusive'));
  expect(() => simulate(graph).start()).toThrow(expect.objectContaining({ code: 'start-node-needed' }));
  expect(simulate(graph).start({}, 'first').open).toEqual(['task a']);
  expect(simulate(graph).start({}, 'second').open).toEqual(['task b']);
});

test('event-based gateway that instantiates, parallel: the first event starts, and all others are waited for', async () => {
  const run = simulate(await graphOf(instantiating('Parallel'))).start({}, 'second');
  expect(run.open).toEqual(['message first', 'task b']);
  run.complete('b');
  expect(run.state.status).toBe('active');
  expect(run.message('m').open).toEqual(['task a']);
  expect(isClean(run.complete('a'))).toBe(true);
});
