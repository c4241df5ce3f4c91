import { expect, test } from 'vitest';
import {
  boundary,
  catching,
  compensation,
  escalation,
  flows,
  handler,
  link,
  message,
  parallel,
  signal,
  start,
  sub,
  throwing,
  undoing,
  user,
} from './drawing.ts';
import { isClean, play, timesEntered } from './play.ts';

const one = (definition: string) =>
  start('begin') + throwing('out', definition) + user('after') + flows('begin > out > after');

test('none, intermediate throw event: passed at once', async () => {
  const run = await play(one(''));
  expect(run.open).toEqual(['task after']);
  expect(run.sent).toEqual([]);
});

test('message, intermediate throw event: sent, and the token goes on', async () => {
  const run = await play(one(message()), { secret: 1 });
  expect(run.open).toEqual(['task after']);
  // nothing goes along that the drawing does not send
  expect(run.sent).toMatchObject([{ type: 'sendMessage', name: 'm', payload: {} }]);
});

test('signal, intermediate throw event: everyone in the instance who waits hears it, and all others are told', async () => {
  const run = await play(
    start('begin') +
      parallel('split') +
      catching('wait', signal()) +
      sub('deep', catching('waitToo', signal()) + user('heard') + flows('waitToo > heard')) +
      catching('other', signal('s2')) +
      throwing('out', signal()) +
      user('after') +
      user('a') +
      flows('begin > split > out > after', 'split > wait > a', 'split > deep', 'split > other'),
  );
  expect(run.open).toEqual(['signal other', 'task a', 'task after', 'task heard']);
  expect(run.sent).toMatchObject([{ type: 'broadcastSignal', name: 's', toOwn: false }]);
});

test('a signal that interrupts its own thrower ends it', async () => {
  const run = await play(
    start('begin') +
      sub('scope', throwing('out', signal()) + user('never') + flows('out > never')) +
      boundary('edge', 'scope', signal()) +
      user('aside') +
      flows('begin > scope', 'edge > aside'),
  );
  expect(run.open).toEqual(['task aside']);
  expect(timesEntered(run, 'never')).toBe(0);
});

test.each([
  [
    'escalation, intermediate throw event: caught on the border, without interrupting',
    false,
    ['task aside', 'task on'],
  ],
  ['escalation, intermediate throw event: caught on the border, interrupting', true, ['task aside']],
])('%s', async (_title, interrupting, open) => {
  const run = await play(
    start('begin') +
      sub('outer', sub('inner', throwing('out', escalation()) + user('on') + flows('out > on'))) +
      boundary('edge', 'outer', escalation(), interrupting) +
      user('aside') +
      flows('begin > outer', 'edge > aside'),
  );
  expect(run.open).toEqual(open);
});

test('escalation, intermediate throw event: nothing catches it, and the token goes on', async () => {
  const run = await play(one(escalation()));
  expect(run.open).toEqual(['task after']);
  expect(run.events).toContainEqual(expect.objectContaining({ type: 'escalation', code: 'X' }));
});

test('compensation, intermediate throw event: all of its scope is undone in reverse, then it goes on', async () => {
  const run = await play(
    start('begin') +
      user('a') +
      undoing('a') +
      user('b') +
      undoing('b') +
      throwing('oops', compensation()) +
      user('after') +
      flows('begin > a > b > oops > after'),
  );
  run.complete('a').complete('b');
  expect(run.open).toEqual(['task undo_b']);
  expect(run.complete('undo_b').open).toEqual(['task undo_a']);
  expect(run.complete('undo_a').open).toEqual(['task after']);
});

test('link, intermediate throw event: goes on at the catch event of its name in its scope', async () => {
  const run = await play(
    start('begin') +
      throwing('out', link('on')) +
      catching('in', link('on')) +
      sub('scope', throwing('outToo', link('on')) + catching('inToo', link('on')) + user('a') + flows('inToo > a')) +
      user('b') +
      flows('in > scope > b', 'begin > out'),
  );
  expect(run.open).toEqual(['task a']);
  expect(run.entered).toEqual(['begin', 'out', 'in', 'scope', 'outToo', 'inToo', 'a']);
  expect(isClean(run.complete('a').complete('b'))).toBe(true);
});

test('multiple, intermediate throw event: throws all that it is drawn with', async () => {
  const run = await play(
    start('begin') +
      user('a') +
      undoing('a') +
      sub(
        'scope',
        throwing('out', message() + signal() + escalation() + compensation('a')) + user('on') + flows('out > on'),
      ) +
      boundary('edge', 'scope', escalation(), false) +
      user('aside') +
      flows('begin > a > scope', 'edge > aside'),
  );
  run.complete('a');
  expect(run.sent.map(({ name }) => name)).toEqual(['m', 's']);
  expect(run.open).toEqual(['task aside', 'task undo_a']);
  expect(run.complete('undo_a').open).toEqual(['task aside', 'task on']);
});

test('an event subprocess may throw again what it has caught', async () => {
  const again = sub(
    'caught',
    start('caughtStart', escalation(), 'isInterrupting="false"') +
      throwing('again', escalation('Y')) +
      user('handling') +
      flows('caughtStart > again > handling'),
    'triggeredByEvent="true"',
  );
  const run = await play(
    start('begin') +
      sub('scope', throwing('out', escalation()) + user('on') + flows('out > on') + again) +
      boundary('edge', 'scope', escalation('Y'), false) +
      user('aside') +
      handler('never', escalation('X')) +
      flows('begin > scope', 'edge > aside'),
  );
  expect(run.open).toEqual(['task aside', 'task handling', 'task on']);
});
