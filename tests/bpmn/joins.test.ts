import { describe, expect, test } from 'vitest';
import {
  boundary,
  catching,
  end,
  error,
  exclusive,
  flows,
  handler,
  inclusive,
  link,
  parallel,
  signal,
  start,
  sub,
  task,
  throwing,
  timer,
  user,
} from './drawing.ts';
import { isClean, play, timesEntered } from './play.ts';

describe('inclusive join (13.4.3)', () => {
  test('inclusive join: fires when the token that it waited for goes another way', async () => {
    const run = await play(
      start('begin') +
        parallel('split') +
        user('a') +
        user('b') +
        exclusive('x', '', 'default="x_elsewhere"') +
        inclusive('join') +
        user('after') +
        user('elsewhere') +
        flows('begin > split > a > join > after', 'split > b > x', 'x > join if n > 1', 'x > elsewhere'),
      { n: 1 },
    );
    run.complete('a');
    expect(run.open).toEqual(['task b']);
    expect(run.complete('b').open).toEqual(['task after', 'task elsewhere']);
  });

  test('inclusive join: fires when the token that it waited for dies', async () => {
    const run = await play(
      start('begin') +
        parallel('split') +
        user('a') +
        sub('scope', user('b')) +
        boundary('edge', 'scope', timer()) +
        end('gone') +
        inclusive('join') +
        user('after') +
        flows('begin > split > a > join > after', 'split > scope > join', 'edge > gone'),
    );
    run.complete('a');
    expect(run.advance('PT1H').open).toEqual(['task after']);
  });

  test('inclusive join in a loop: once a round, and it waits for the round’s tokens alone', async () => {
    const run = await play(
      start('begin') +
        exclusive('again') +
        parallel('split') +
        user('a') +
        user('b') +
        inclusive('join') +
        exclusive('enough', '', 'default="enough_out"') +
        user('out') +
        flows(
          'begin > again > split > a > join > enough',
          'split > b > join',
          'enough > again if n > 0',
          'enough > out',
        ),
      { n: 1 },
    );
    run.complete('a');
    expect(run.open).toEqual(['task b']);
    run.complete('b');
    expect(run.open).toEqual(['task a', 'task b']);
    run.complete('b').complete('a', { n: 0 });
    expect(run.open).toEqual(['task out']);
    expect(timesEntered(run, 'enough')).toBe(2);
  });

  test('inclusive join: the way back from behind it is no reason to wait for itself', async () => {
    const run = await play(
      start('begin') +
        inclusive('join') +
        user('a') +
        exclusive('x', '', 'default="x_after"') +
        user('after') +
        flows('begin > join > a > x', 'x > join if n > 1', 'x > after'),
      { n: 2 },
    );
    expect(run.open).toEqual(['task a']);
    run.complete('a');
    expect(run.open).toEqual(['task a']);
    expect(run.complete('a', { n: 1 }).open).toEqual(['task after']);
  });

  test('inclusive join: of several tokens on one flow one is taken, the rest wait for the next round', async () => {
    const run = await play(
      start('begin') +
        task('twice', '', 'completionQuantity="2"') +
        inclusive('join') +
        user('b') +
        user('after') +
        parallel('split') +
        flows('begin > split > twice > join > after', 'split > b > join'),
    );
    expect(run.open).toEqual(['task b']);
    // one of the two goes with b's, then the other alone
    expect(run.complete('b').open).toEqual(['task after', 'task after']);
    expect(isClean(run.complete('after').complete('after'))).toBe(true);
  });

  test('inclusive join: a boundary event of what still runs may lead to it', async () => {
    const run = await play(
      start('begin') +
        parallel('split') +
        user('a') +
        user('b') +
        boundary('edge', 'b', timer(), false) +
        inclusive('join') +
        end('out') +
        user('after') +
        flows('begin > split > a > join > after', 'split > b > out', 'edge > join'),
    );
    run.complete('a');
    expect(run.open).toEqual(['task b', 'timer edge']);
    expect(run.complete('b').open).toEqual(['task after']);
  });

  test('inclusive join: a token may come by a link', async () => {
    const run = await play(
      start('begin') +
        parallel('split') +
        user('a') +
        user('b') +
        throwing('out', link()) +
        catching('in', link()) +
        inclusive('join') +
        user('after') +
        flows('begin > split > a > join > after', 'split > b > out', 'in > join'),
    );
    run.complete('a');
    expect(run.open).toEqual(['task b']);
    expect(run.complete('b').open).toEqual(['task after']);
    expect(timesEntered(run, 'after')).toBe(1);
  });

  test('inclusive join: the tokens of an event subprocess can not come, and do not hold it', async () => {
    const run = await play(
      start('begin') +
        inclusive('o') +
        user('a') +
        user('b') +
        inclusive('join') +
        user('after') +
        handler('caught', signal(), false) +
        flows('begin > o', 'o > a if true', 'o > b if n > 1', 'a > join > after', 'b > join'),
      { n: 1 },
    );
    run.signal('s');
    expect(run.complete('a').open).toEqual(['signal caughtStart', 'task after', 'task caughtTask']);
  });

  test('inclusive join in an event subprocess that runs twice: each run for itself', async () => {
    const twice = sub(
      'caught',
      start('caughtStart', signal(), 'isInterrupting="false"') +
        parallel('split') +
        user('x') +
        user('y') +
        inclusive('join') +
        user('z') +
        flows('caughtStart > split > x > join > z', 'split > y > join'),
      'triggeredByEvent="true"',
    );
    const run = await play(start('begin') + user('a') + flows('begin > a') + twice);
    run.signal('s').signal('s');
    run.complete('x').complete('x');
    expect(run.open.filter((wait) => wait === 'task z')).toEqual([]);
    run.complete('y');
    expect(run.open.filter((wait) => wait === 'task z')).toHaveLength(1);
    run.complete('y');
    expect(run.open.filter((wait) => wait === 'task z')).toHaveLength(2);
  });

  test('inclusive joins, two that need each other: both wait, as the rule says, until something ends the wait', async () => {
    const run = await play(
      start('begin') +
        sub(
          'scope',
          start('in') +
            parallel('split') +
            inclusive('left') +
            inclusive('right') +
            user('a') +
            user('b') +
            exclusive('xa', '', 'default="xa_outA"') +
            exclusive('xb', '', 'default="xb_outB"') +
            end('outA') +
            end('outB') +
            flows('in > split > left > a > xa', 'split > right > b > xb', 'xa > right if n > 1', 'xa > outA') +
            flows('xb > left if n > 1', 'xb > outB'),
        ) +
        boundary('edge', 'scope', timer()) +
        user('aside') +
        flows('begin > scope', 'edge > aside'),
      { n: 1 },
    );
    // a path leads from the token at each join to the empty flow of the other, and none to the one with a token
    expect(run.open).toEqual(['timer edge']);
    expect(run.advance('PT1H').open).toEqual(['task aside']);
    expect(isClean(run.complete('aside'))).toBe(true);
  });
});

describe('parallel join', () => {
  test('parallel join: a token that has died is not waited for by the next round', async () => {
    const run = await play(
      start('begin') +
        sub(
          'scope',
          start('in') +
            parallel('split') +
            user('a') +
            user('b') +
            parallel('join') +
            user('c') +
            flows('in > split > a > join > c', 'split > b > join'),
        ) +
        boundary('edge', 'scope', error()) +
        task('again') +
        exclusive('merge') +
        flows('begin > merge > scope', 'edge > again > merge'),
    );
    run.complete('a');
    // the whole scope is given up, with the token at the join, and begun anew
    expect(run.error('b', 'E').open).toEqual(['task a', 'task b']);
    run.complete('b');
    expect(run.open).toEqual(['task a']);
    expect(run.complete('a').open).toEqual(['task c']);
  });
});
