import { expect, test } from 'vitest';
import {
  boundary,
  element,
  end,
  flows,
  parallel,
  start,
  sub,
  task,
  timer,
  user,
  catching,
  message,
} from './drawing.ts';
import { isClean, play, timesEntered } from './play.ts';

test('activity with several incoming flows: runs once for each token', async () => {
  const run = await play(
    start('begin') +
      parallel('split') +
      user('x') +
      user('a') +
      user('after') +
      flows('begin > split > x > a > after', 'split > a'),
  );
  run.complete('x');
  expect(run.open).toEqual(['task a', 'task a']);
  run.complete('a').complete('a');
  expect(timesEntered(run, 'after')).toBe(2);
});

test('activity with several outgoing flows: all are taken, side by side', async () => {
  const run = await play(start('begin') + user('a') + user('b') + user('c') + flows('begin > a > b', 'a > c'));
  expect(run.complete('a').open).toEqual(['task b', 'task c']);
});

const conditional =
  start('begin') +
  user('a', '', 'default="a_d"') +
  user('b') +
  user('c') +
  user('d') +
  flows('begin > a', 'a > b if n > 5', 'a > c if n > 10', 'a > d');
test.each([
  ['conditional flows on an activity: each whose condition is true', 11, ['task b', 'task c']],
  ['conditional flows on an activity: the conditions see what it has just written', 6, ['task b']],
  ['default flow on an activity: only when no condition is true', 1, ['task d']],
])('%s', async (_title, n, open) => {
  const run = await play(conditional, { n: 0 });
  expect(run.complete('a', { n }).open).toEqual(open);
});

test('conditional flows on an activity: without an open one it is an incident that keeps what was entered', async () => {
  const run = await play(start('begin') + user('a') + user('b') + flows('begin > a', 'a > b if n > 5'), { n: 0 });
  run.complete('a', { note: 'kept' });
  expect(run.open).toEqual(['incident a']);
  run.dispatch({ type: 'setVariables', variables: { n: 6 } });
  expect(run.retry('a').open).toEqual(['task b']);
  expect(run.variables).toEqual({ n: 6, note: 'kept' });
});

test('flows of an event: a start event with several outgoing flows takes all', async () => {
  const run = await play(start('begin') + user('a') + user('b') + flows('begin > a', 'begin > b'));
  expect(run.open).toEqual(['task a', 'task b']);
});

test('several none start events: all of them start', async () => {
  const run = await play(start('one') + start('two') + user('a') + user('b') + flows('one > a', 'two > b'));
  expect(run.open).toEqual(['task a', 'task b']);
});

test('no start event: what no flow enters starts', async () => {
  const run = await play(user('a') + user('b') + parallel('join') + user('c') + flows('a > join > c', 'b > join'));
  expect(run.open).toEqual(['task a', 'task b']);
  expect(run.complete('a').complete('b').open).toEqual(['task c']);
});

test('no start event in a subprocess: what no flow enters starts, but no handler, event subprocess or link', async () => {
  const run = await play(
    start('begin') +
      sub(
        'scope',
        user('a') +
          catching('wait', message()) +
          user('b') +
          flows('wait > b') +
          user('undo', '', 'isForCompensation="true"'),
      ) +
      flows('begin > scope'),
  );
  expect(run.open).toEqual(['message wait', 'task a']);
});

test('beside a start event, what no flow enters starts too', async () => {
  const run = await play(start('begin') + user('a') + user('b') + flows('begin > a'));
  expect(run.open).toEqual(['task a', 'task b']);
});

test('no end event: the last activity ends its token', async () => {
  const run = await play(start('begin') + user('a') + flows('begin > a'));
  expect(isClean(run.complete('a'))).toBe(true);
  expect(run.finish).toMatchObject({ status: 'completed' });
});

test('beside end events, an activity without outgoing flow ends its token', async () => {
  const run = await play(
    start('begin') +
      parallel('split') +
      user('a') +
      user('b') +
      end('out') +
      flows('begin > split > a > out', 'split > b'),
  );
  run.complete('b');
  expect(run.state.status).toBe('active');
  expect(isClean(run.complete('a'))).toBe(true);
});

test('implicit termination: a scope is done when its last token has gone, and not before', async () => {
  const run = await play(
    start('begin') +
      sub(
        'scope',
        start('in') +
          parallel('split') +
          end('quick') +
          user('a') +
          boundary('edge', 'a', timer(), false) +
          user('late') +
          flows('in > split > quick', 'split > a', 'edge > late'),
      ) +
      user('after') +
      flows('begin > scope > after'),
  );
  run.advance('PT1H').complete('a');
  expect(run.open).toEqual(['task late']);
  expect(run.complete('late').open).toEqual(['task after']);
});

test('a gateway without outgoing flow ends its token', async () => {
  const run = await play(start('begin') + task('a') + element('exclusiveGateway', 'x') + flows('begin > a > x'));
  expect(isClean(run)).toBe(true);
});
