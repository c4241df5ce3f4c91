import { describe, expect, test } from 'vitest';
import {
  complex,
  end,
  error,
  boundary,
  exclusive,
  expression,
  flows,
  inclusive,
  parallel,
  start,
  sub,
  task,
  terminate,
  user,
} from './drawing.ts';
import { isClean, play, timesEntered } from './play.ts';

describe('exclusive gateway', () => {
  const split =
    start('begin') +
    exclusive('x', '', 'default="x_c"') +
    user('a') +
    user('b') +
    user('c') +
    flows('begin > x', 'x > a if n > 10', 'x > b if n > 5', 'x > c');

  test.each([
    ['exclusive gateway, split: the first flow in the order of the drawing whose condition is true', 11, 'task a'],
    ['exclusive gateway, split: another when the first is not true', 6, 'task b'],
    ['exclusive gateway, split: the default flow when none is', 1, 'task c'],
  ])('%s', async (_title, n, open) => {
    expect((await play(split, { n })).open).toEqual([open]);
  });

  test('exclusive gateway, split: without an open flow it is an incident, and goes on when one opens', async () => {
    const run = await play(
      start('begin') + exclusive('x') + user('a') + user('b') + flows('begin > x', 'x > a if n > 10', 'x > b if n > 5'),
      { n: 1 },
    );
    expect(run.open).toEqual(['incident x']);
    run.dispatch({ type: 'setVariables', variables: { n: 6 } });
    expect(run.retry('x').open).toEqual(['task b']);
    expect(timesEntered(run, 'x')).toBe(1);
  });

  test('exclusive gateway, merge: every token goes through', async () => {
    const run = await play(
      start('begin') +
        parallel('split') +
        exclusive('merge') +
        user('a') +
        task('x') +
        flows('begin > split > merge > a', 'split > x > merge'),
    );
    expect(run.open).toEqual(['task a', 'task a']);
  });
});

describe('parallel gateway', () => {
  test('parallel gateway, split: a token on every flow', async () => {
    const run = await play(
      start('begin') +
        parallel('split') +
        user('a') +
        user('b') +
        user('c') +
        flows('begin > split > a', 'split > b', 'split > c'),
    );
    expect(run.open).toEqual(['task a', 'task b', 'task c']);
  });

  test('parallel gateway, join: one token from each flow, and surplus ones wait for the next round', async () => {
    const run = await play(
      start('begin') +
        parallel('split') +
        user('a') +
        user('b') +
        exclusive('merge') +
        user('c') +
        parallel('join') +
        user('after') +
        flows('begin > split > a > merge > join > after', 'split > b > merge', 'split > c > join'),
    );
    // two tokens come by the same flow
    run.complete('a').complete('b');
    expect(run.open).toEqual(['task c']);
    run.complete('c');
    expect(run.open).toEqual(['task after']);
    // the surplus token still waits, and keeps the process open: what the drawing says
    run.complete('after');
    expect(run.state.status).toBe('active');
    expect(run.state.tokens).toHaveLength(1);
  });

  test('parallel gateway, join and split at once', async () => {
    const run = await play(
      start('begin') +
        parallel('split') +
        user('a') +
        user('b') +
        parallel('both') +
        user('c') +
        user('d') +
        flows('begin > split > a > both > c', 'split > b > both > d'),
    );
    expect(run.complete('a').open).toEqual(['task b']);
    expect(run.complete('b').open).toEqual(['task c', 'task d']);
  });
});

describe('inclusive gateway', () => {
  const split =
    start('begin') +
    inclusive('o', '', 'default="o_c"') +
    user('a') +
    user('b') +
    user('c') +
    inclusive('join') +
    user('after') +
    flows('begin > o', 'o > a if n > 10', 'o > b if n > 5', 'o > c', 'a > join > after', 'b > join', 'c > join');

  test.each([
    ['inclusive gateway, split: every flow whose condition is true', 11, ['task a', 'task b']],
    ['inclusive gateway, split: one alone', 6, ['task b']],
    ['inclusive gateway, split: the default flow only when none is true', 1, ['task c']],
  ])('%s', async (_title, n, open) => {
    const run = await play(split, { n });
    expect(run.open).toEqual(open);
    for (const wait of open) run.complete(wait.slice('task '.length));
    // the join takes what has come and goes on once
    expect(run.open).toEqual(['task after']);
    expect(isClean(run.complete('after'))).toBe(true);
  });

  test('inclusive gateway, split: without an open flow it is an incident', async () => {
    const run = await play(
      start('begin') + inclusive('o') + user('a') + user('b') + flows('begin > o', 'o > a if n > 10', 'o > b if n > 5'),
      { n: 1 },
    );
    expect(run.open).toEqual(['incident o']);
  });
});

describe('complex gateway', () => {
  const join = (condition: string, more = '') =>
    start('begin') +
    parallel('split') +
    user('a') +
    user('b') +
    user('c') +
    complex('gate', condition === '' ? '' : expression('activationCondition', condition)) +
    user('after') +
    more +
    flows('begin > split > a > gate > after', 'split > b > gate', 'split > c > gate');

  test('complex gateway, join: goes on when its activation condition is true, once, and takes what comes later', async () => {
    const run = await play(join('activationCount >= 2'));
    expect(run.complete('a').open).toEqual(['task b', 'task c']);
    expect(run.complete('c').open).toEqual(['task after', 'task b']);
    expect(run.complete('b').open).toEqual(['task after']);
    expect(isClean(run.complete('after'))).toBe(true);
  });

  test('complex gateway, join: the condition may count the tokens on one flow', async () => {
    const run = await play(join('b_gate > 0'));
    run.complete('a').complete('c');
    expect(run.open).toEqual(['task b']);
    expect(run.complete('b').open).toEqual(['task after']);
  });

  test('complex gateway, join without an activation condition: waits for all that can still come', async () => {
    const run = await play(join(''));
    run.complete('a').complete('c');
    expect(run.open).toEqual(['task b']);
    expect(run.complete('b').open).toEqual(['task after']);
    expect(timesEntered(run, 'after')).toBe(1);
  });

  test('complex gateway, reset: what asks for it is taken, and the gateway starts anew', async () => {
    const run = await play(
      start('begin') +
        exclusive('again') +
        parallel('split') +
        user('a') +
        user('b') +
        complex('gate', expression('activationCondition', 'activationCount >= 1')) +
        user('first') +
        user('all') +
        flows(
          'begin > again > split > a > gate',
          'split > b > gate',
          'gate > first if waitingForStart',
          'gate > all if not(waitingForStart)',
          'all > again',
        ),
    );
    run.complete('a');
    expect(run.open).toEqual(['task b', 'task first']);
    run.complete('b');
    expect(run.open).toEqual(['task all', 'task first']);
    run.complete('first').complete('all').complete('b');
    expect(run.open).toEqual(['task a', 'task first']);
  });

  test('complex gateway, reset: also when the token that was expected dies', async () => {
    const run = await play(
      start('begin') +
        parallel('split') +
        user('a') +
        sub('scope', user('b') + end('stop', error()) + flows('b > stop')) +
        boundary('edge', 'scope', error()) +
        end('gone') +
        complex('gate', expression('activationCondition', 'activationCount >= 1')) +
        user('after') +
        flows('begin > split > a > gate > after', 'split > scope > gate', 'edge > gone'),
    );
    run.complete('a').complete('after');
    expect(run.state.status).toBe('active');
    expect(isClean(run.complete('b'))).toBe(true);
    expect(run.state.status).toBe('completed');
  });

  test('complex gateway, split: every flow whose condition is true, else the default flow', async () => {
    const split =
      start('begin') +
      complex('gate', '', 'default="gate_c"') +
      user('a') +
      user('b') +
      user('c') +
      flows('begin > gate', 'gate > a if n > 5', 'gate > b if n > 10', 'gate > c');
    expect((await play(split, { n: 11 })).open).toEqual(['task a', 'task b']);
    expect((await play(split, { n: 1 })).open).toEqual(['task c']);
  });

  test('a terminate end event takes what waits at a join with it', async () => {
    const run = await play(
      join('activationCount >= 3', end('stop', terminate) + user('d') + flows('split > d > stop')),
    );
    run.complete('a').complete('d');
    expect(isClean(run)).toBe(true);
  });
});
