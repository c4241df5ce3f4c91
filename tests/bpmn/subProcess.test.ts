import { expect, test } from 'vitest';
import {
  cancel,
  end,
  error,
  expression,
  boundary,
  flows,
  io,
  parallel,
  script,
  start,
  sub,
  timer,
  transaction,
  undoing,
  user,
} from './drawing.ts';
import { cancelled, isClean, play, timesEntered } from './play.ts';

test('embedded subprocess: the token goes on when nothing is left inside', async () => {
  const run = await play(
    start('begin') +
      sub('scope', start('in') + parallel('split') + user('a') + user('b') + flows('in > split > a', 'split > b')) +
      user('after') +
      flows('begin > scope > after'),
  );
  expect(run.complete('a').open).toEqual(['task b']);
  expect(run.complete('b').open).toEqual(['task after']);
});

test('embedded subprocess: two tokens run it twice, apart from each other', async () => {
  const run = await play(
    start('begin') +
      start('beginToo') +
      sub('scope', user('a') + user('b') + flows('a > b')) +
      boundary('edge', 'scope', error()) +
      user('aside') +
      user('after') +
      flows('begin > scope > after', 'beginToo > scope', 'edge > aside'),
  );
  expect(run.open).toEqual(['task a', 'task a']);
  run.complete('a');
  // an error in one of them leaves the other alone
  expect(run.error('b', 'E').open).toEqual(['task a', 'task aside']);
  expect(run.complete('a').complete('b').open).toEqual(['task after', 'task aside']);
});

test('embedded subprocess that is empty: passed at once', async () => {
  const run = await play(start('begin') + sub('scope') + user('after') + flows('begin > scope > after'));
  expect(run.open).toEqual(['task after']);
  expect(run.entered).toEqual(['begin', 'scope', 'after']);
});

test('embedded subprocess: its mapped variables are its own, and what it gives is mapped too', async () => {
  const run = await play(
    start('begin') +
      sub(
        'scope',
        io({ x: '= n' }, { result: '= x' }) + script('double', 'x', 'x * 2') + user('a') + flows('double > a'),
      ) +
      user('after') +
      flows('begin > scope > after'),
    { n: 4, x: 'outside' },
  );
  expect(run.complete('a', { free: 1 }).open).toEqual(['task after']);
  expect(run.variables).toEqual({ n: 4, x: 'outside', free: 1, result: 8 });
});

const deal = (stop: string) =>
  start('begin') +
  transaction(
    'deal',
    start('in') +
      parallel('split') +
      user('a') +
      undoing('a') +
      user('b') +
      undoing('b') +
      sub('inner', user('c') + undoing('c')) +
      end('out', stop) +
      flows('in > split > a > inner > out', 'split > b'),
  ) +
  boundary('cancelled', 'deal', cancel) +
  boundary('failed', 'deal', error()) +
  user('x') +
  user('y') +
  user('after') +
  flows('begin > deal > after', 'cancelled > x', 'failed > y');

test('transaction: left like any subprocess when all goes well', async () => {
  const run = await play(deal(''));
  expect(run.complete('a').complete('b').complete('c').open).toEqual(['task after']);
  expect(isClean(run.complete('after'))).toBe(true);
});

test('transaction: cancelled, what was completed is undone, also inside its subprocesses', async () => {
  const run = await play(deal(cancel));
  run.complete('a').complete('c');
  expect(cancelled(run)).toContain('b');
  expect(run.open).toEqual(['task undo_c']);
  expect(run.complete('undo_c').open).toEqual(['task undo_a']);
  expect(run.complete('undo_a').open).toEqual(['task x']);
});

test('transaction: an error leaves it and undoes nothing (a hazard)', async () => {
  const run = await play(deal(error()));
  run.complete('a').complete('c');
  expect(run.open).toEqual(['task y']);
  expect(timesEntered(run, 'undo_a')).toBe(0);
});

const many = (kind: string, inner = '') => `<bpmn:${kind}>${inner}</bpmn:${kind}>`;
test.each([
  ['multi-instance', many('multiInstanceLoopCharacteristics', expression('loopCardinality', '2')), ['a', 'a', 'b']],
  ['standard loop', many('standardLoopCharacteristics', expression('loopCondition', 'true')), ['a', 'b']],
])('transaction that is repeated: cancelled in one instance, it is left as a whole (%s)', async (_kind, loop, done) => {
  for (const border of [true, false]) {
    const run = await play(
      start('begin') +
        transaction(
          'deal',
          loop + start('in') + user('a') + undoing('a') + user('b') + end('out', cancel) + flows('in > a > b > out'),
        ) +
        boundary('late', 'deal', timer()) +
        user('after') +
        flows('begin > deal > after', 'late > after') +
        (border ? boundary('cancelled', 'deal', cancel) + user('x') + flows('cancelled > x') : ''),
    );
    for (const id of done) run.complete(id);
    // the other instance is ended, and nothing on the border is waited for any more
    expect(run.open).toEqual(['task undo_a']);
    run.complete('undo_a');
    expect(run.open).toEqual(border ? ['task x'] : []);
    if (border) run.complete('x');
    expect(isClean(run)).toBe(true);
  }
});
