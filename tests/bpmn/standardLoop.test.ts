import { expect, test } from 'vitest';
import {
  boundary,
  compensation,
  error,
  expression,
  flows,
  script,
  start,
  sub,
  throwing,
  timer,
  undoing,
  user,
} from './drawing.ts';
import { cancelled, isClean, play, timesEntered } from './play.ts';

const loop = (attributes: string, condition = '') =>
  `<bpmn:standardLoopCharacteristics ${attributes}>${condition === '' ? '' : expression('loopCondition', condition)}</bpmn:standardLoopCharacteristics>`;
const looped = (characteristics: string, more = '', lines = '') =>
  start('begin') + user('a', characteristics) + user('after') + more + flows('begin > a > after') + lines;

test('standard loop, tested after each round: at least one round', async () => {
  const run = await play(looped(loop('', 'n < 3')), { n: 3 });
  expect(run.open).toEqual(['task a']);
  run.complete('a', { n: 1 }).complete('a', { n: 2 });
  expect(run.open).toEqual(['task a']);
  expect(run.complete('a', { n: 3 }).open).toEqual(['task after']);
  expect(timesEntered(run, 'a')).toBe(3);
});

test('standard loop, tested before each round: perhaps none', async () => {
  const run = await play(looped(loop('testBefore="true"', 'n < 3')), { n: 3 });
  expect(run.open).toEqual(['task after']);
  expect(timesEntered(run, 'a')).toBe(0);
  const other = await play(looped(loop('testBefore="true"', 'n < 3')), { n: 1 });
  expect(other.complete('a', { n: 3 }).open).toEqual(['task after']);
});

test('standard loop with a maximum: it ends the loop whatever the condition says', async () => {
  const run = await play(looped(loop('loopMaximum="2"', 'true')));
  expect(run.complete('a').open).toEqual(['task a']);
  expect(run.complete('a').open).toEqual(['task after']);
});

test('standard loop without a condition: up to the maximum, tested before or after', async () => {
  for (const attributes of ['loopMaximum="3"', 'loopMaximum="3" testBefore="true"']) {
    const run = await play(looped(loop(attributes)));
    run.complete('a').complete('a').complete('a');
    expect(run.open).toEqual(['task after']);
  }
});

test('standard loop: each round knows its number, `loopCounter`', async () => {
  const run = await play(
    start('begin') +
      script('a', 'seen', 'append(seen, loopCounter)', loop('', 'loopCounter < 3')) +
      user('after') +
      flows('begin > a > after'),
    { seen: [] },
  );
  expect(run.open).toEqual(['task after']);
  expect(run.variables).toEqual({ seen: [1, 2, 3] });
});

test('standard loop of a subprocess: a border of its own, which ends all rounds', async () => {
  const run = await play(
    start('begin') +
      sub('scope', loop('', 'true') + user('a')) +
      boundary('edge', 'scope', timer()) +
      boundary('failed', 'scope', error()) +
      user('aside') +
      user('after') +
      flows('begin > scope > after', 'edge > aside', 'failed > aside'),
  );
  run.complete('a').complete('a');
  expect(run.advance('PT1H').open).toEqual(['task aside']);
  expect(cancelled(run).filter((id) => id === 'a')).toHaveLength(1);
  expect(isClean(run.complete('aside'))).toBe(true);
});

test('standard loop, compensated: each round is undone, the last first', async () => {
  const run = await play(
    start('begin') +
      script('a', 'n', 'n + 1', loop('', 'n < 3')) +
      undoing('a') +
      throwing('oops', compensation('a')) +
      user('after') +
      flows('begin > a > oops > after'),
    { n: 0 },
  );
  run.complete('undo_a').complete('undo_a');
  expect(run.open).toEqual(['task undo_a']);
  expect(run.complete('undo_a').open).toEqual(['task after']);
});
