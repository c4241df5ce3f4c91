import { expect, test } from 'vitest';
import { boundary, error, flows, start, sub, task, user } from './drawing.ts';
import { isClean, play } from './play.ts';

test('completion quantity: that many tokens along each outgoing flow', async () => {
  const run = await play(
    start('begin') + task('a', '', 'completionQuantity="3"') + user('b') + user('c') + flows('begin > a > b', 'a > c'),
  );
  expect(run.open).toEqual(['task b', 'task b', 'task b', 'task c', 'task c', 'task c']);
});

test('start quantity: begins when that many tokens have come, by whatever flow, and uses them up', async () => {
  const run = await play(
    start('begin') +
      task('a', '', 'completionQuantity="3"') +
      user('b') +
      user('c', '', 'startQuantity="2"') +
      user('after') +
      flows('begin > a > b > c > after'),
  );
  run.complete('b');
  expect(run.open).toEqual(['task b', 'task b']);
  expect(run.complete('b').open).toEqual(['task b', 'task c']);
  expect(run.complete('c').open).toEqual(['task after', 'task b']);
  // the third waits for a fourth that never comes
  run.complete('b').complete('after');
  expect(run.open).toEqual([]);
  expect(run.state.status).toBe('active');
});

test('start quantity of a subprocess: what waits dies with its scope', async () => {
  const run = await play(
    start('begin') +
      sub('scope', user('a') + user('fail') + sub('inner', user('b'), 'startQuantity="2"') + flows('a > inner')) +
      boundary('edge', 'scope', error()) +
      user('aside') +
      flows('begin > scope', 'edge > aside'),
  );
  run.complete('a');
  expect(run.error('fail', 'E').open).toEqual(['task aside']);
  expect(isClean(run.complete('aside'))).toBe(true);
});
