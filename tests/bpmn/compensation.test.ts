import { expect, test } from 'vitest';
import {
  boundary,
  compensation,
  end,
  error,
  exclusive,
  flows,
  io,
  message,
  parallel,
  script,
  start,
  sub,
  throwing,
  timer,
  undoing,
  user,
} from './drawing.ts';
import { cancelled, isClean, play, timesEntered } from './play.ts';

const steps = (definition: string) =>
  start('begin') +
  user('a') +
  undoing('a') +
  user('b') +
  undoing('b') +
  throwing('oops', definition) +
  user('after') +
  flows('begin > a > b > oops > after');

test('compensation of a named activity: it alone is undone', async () => {
  const run = await play(steps(compensation('a')));
  run.complete('a').complete('b');
  expect(run.open).toEqual(['task undo_a']);
  expect(run.complete('undo_a').open).toEqual(['task after']);
});

test('compensation without waiting: the token goes on while it is carried out', async () => {
  const run = await play(steps(compensation('', false)));
  run.complete('a').complete('b');
  expect(run.open).toEqual(['task after', 'task undo_b']);
  run.complete('after');
  expect(run.state.status).toBe('active');
  run.complete('undo_b');
  expect(isClean(run.complete('undo_a'))).toBe(true);
  expect(run.state.status).toBe('completed');
});

test('compensation of what was not completed: nothing happens', async () => {
  const run = await play(
    start('begin') +
      parallel('split') +
      user('a') +
      undoing('a') +
      throwing('oops', compensation('a')) +
      user('after') +
      flows('begin > split > a', 'split > oops > after'),
  );
  expect(run.open).toEqual(['task a', 'task after']);
});

test('compensation in a loop: each completion once, the last first', async () => {
  const run = await play(
    start('begin') +
      exclusive('again') +
      script('a', 'n', 'n + 1') +
      undoing('a') +
      exclusive('enough', '', 'default="enough_again"') +
      throwing('oops', compensation()) +
      throwing('oopsAgain', compensation()) +
      user('after') +
      flows('begin > again > a > enough', 'enough > oops if n >= 3', 'enough > again', 'oops > oopsAgain > after'),
    { n: 0 },
  );
  run.complete('undo_a').complete('undo_a');
  expect(run.open).toEqual(['task undo_a']);
  // thrown a second time, there is nothing left
  expect(run.complete('undo_a').open).toEqual(['task after']);
});

test('compensation of a completed subprocess: what was completed inside, in reverse, with the variables it had at its end', async () => {
  const run = await play(
    start('begin') +
      sub(
        'scope',
        io({ own: '= n' }) +
          script('a', 'own', 'own + 1') +
          undoing('a', script('undo_a', 'seen', 'own', '', 'isForCompensation="true"')) +
          user('b') +
          undoing('b') +
          flows('a > b'),
      ) +
      script('change', 'n', '100') +
      throwing('oops', compensation('scope')) +
      user('after') +
      flows('begin > scope > change > oops > after'),
    { n: 1 },
  );
  run.complete('b');
  expect(run.open).toEqual(['task undo_b']);
  expect(run.complete('undo_b').open).toEqual(['task after']);
  expect(run.variables).toMatchObject({ seen: 2, n: 100 });
});

test('compensation of nested subprocesses: the whole tree in reverse', async () => {
  const run = await play(
    start('begin') +
      user('a') +
      undoing('a') +
      sub(
        'outer',
        user('b') +
          undoing('b') +
          sub('inner', user('c') + undoing('c')) +
          user('d') +
          undoing('d') +
          flows('b > inner > d'),
      ) +
      throwing('oops', compensation()) +
      user('after') +
      flows('begin > a > outer > oops > after'),
  );
  for (const id of ['a', 'b', 'c', 'd']) run.complete(id);
  const undone = ['undo_d', 'undo_c', 'undo_b', 'undo_a'];
  for (const id of undone) {
    expect(run.open).toEqual([`task ${id}`]);
    run.complete(id);
  }
  expect(run.open).toEqual(['task after']);
  expect(timesEntered(run, 'outer')).toBe(1);
});

test('compensation in an event subprocess: what was completed in the scope around it', async () => {
  const rescue = sub(
    'rescue',
    start('caught', error()) +
      throwing('oops', compensation()) +
      end('again', error('F')) +
      flows('caught > oops > again'),
    'triggeredByEvent="true"',
  );
  const run = await play(
    start('begin') +
      sub('scope', user('a') + undoing('a') + user('b') + flows('a > b') + rescue) +
      boundary('edge', 'scope', error('F')) +
      user('aside') +
      flows('begin > scope', 'edge > aside'),
  );
  run.complete('a').error('b', 'E');
  expect(run.open).toEqual(['task undo_a']);
  expect(run.complete('undo_a').open).toEqual(['task aside']);
});

test('compensation by a compensation event subprocess: in place of the handlers inside, which it may call itself', async () => {
  const own = sub(
    'own',
    start('ownStart', compensation()) +
      user('first') +
      throwing('then', compensation('a')) +
      flows('ownStart > first > then'),
    'triggeredByEvent="true"',
  );
  const run = await play(
    start('begin') +
      sub('scope', user('a') + undoing('a') + own) +
      throwing('oops', compensation()) +
      user('after') +
      flows('begin > scope > oops > after'),
  );
  run.complete('a');
  expect(run.open).toEqual(['task first']);
  expect(run.complete('first').open).toEqual(['task undo_a']);
  expect(run.complete('undo_a').open).toEqual(['task after']);
});

test('compensation that is interrupted with its scope leaves nothing', async () => {
  const run = await play(
    start('begin') +
      sub(
        'scope',
        user('a') + undoing('a') + user('b') + undoing('b') + throwing('oops', compensation()) + flows('a > b > oops'),
      ) +
      boundary('edge', 'scope', timer()) +
      user('aside') +
      flows('begin > scope', 'edge > aside'),
  );
  run.complete('a').complete('b');
  expect(run.advance('PT1H').open).toEqual(['task aside']);
  expect(cancelled(run)).toContain('undo_b');
  expect(isClean(run.complete('aside'))).toBe(true);
});

test('compensation handler with a border of its own', async () => {
  const run = await play(
    steps(compensation()) +
      boundary('late', 'undo_b', timer()) +
      boundary('told', 'undo_b', message(), false) +
      user('aside') +
      flows('late > aside', 'told > aside'),
  );
  run.complete('a').complete('b').message('m');
  expect(run.open).toEqual(['message told', 'task aside', 'task undo_b', 'timer late']);
  run.advance('PT1H');
  expect(run.open).toEqual(['task aside', 'task aside', 'task undo_a']);
});

test('compensation handler that fails: its error goes to where the throw stands', async () => {
  const run = await play(
    start('begin') +
      sub('scope', user('a') + undoing('a') + throwing('oops', compensation()) + flows('a > oops')) +
      boundary('edge', 'scope', error()) +
      user('aside') +
      flows('begin > scope', 'edge > aside'),
  );
  run.complete('a').error('undo_a', 'E');
  expect(run.open).toEqual(['task aside']);
});

test('a subprocess as compensation handler', async () => {
  const run = await play(
    start('begin') +
      user('a') +
      undoing('a', sub('undo_a', user('x') + user('y') + flows('x > y'), 'isForCompensation="true"')) +
      throwing('oops', compensation()) +
      user('after') +
      flows('begin > a > oops > after'),
  );
  run.complete('a').complete('x');
  expect(run.open).toEqual(['task y']);
  expect(run.complete('y').open).toEqual(['task after']);
});

test('branches that are not done go on while others are undone', async () => {
  const run = await play(
    start('begin') +
      parallel('split') +
      user('a') +
      undoing('a') +
      throwing('oops', compensation()) +
      user('b') +
      undoing('b') +
      end('out') +
      flows('begin > split > a > oops', 'split > b > out'),
  );
  run.complete('a');
  expect(run.open).toEqual(['task b', 'task undo_a']);
  run.complete('b');
  expect(run.open).toEqual(['task undo_a']);
  expect(isClean(run.complete('undo_a'))).toBe(true);
});
