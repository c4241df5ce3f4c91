import { expect, test } from 'vitest';
import { boundary, element, expression, flows, start, timer, user } from './drawing.ts';
import { cancelled, isClean, play } from './play.ts';

const adHoc = (attributes = '', condition = '') =>
  start('begin') +
  element(
    'adHocSubProcess',
    'free',
    user('a') +
      user('b') +
      user('c') +
      flows('a > b') +
      (condition === '' ? '' : expression('completionCondition', condition)),
    attributes,
  ) +
  boundary('edge', 'free', timer()) +
  user('aside') +
  user('after') +
  flows('begin > free > after', 'edge > aside');
const tasks = (run: { readonly open: readonly string[] }) => run.open.filter((wait) => wait.startsWith('task'));

test('ad-hoc subprocess, parallel: all that no flow enters, done when nothing is left', async () => {
  const run = await play(adHoc());
  expect(tasks(run)).toEqual(['task a', 'task c']);
  run.complete('c').complete('a');
  expect(tasks(run)).toEqual(['task b']);
  expect(run.complete('b').open).toEqual(['task after']);
});

test('ad-hoc subprocess, sequential: one after another', async () => {
  const run = await play(adHoc('ordering="Sequential"'));
  expect(tasks(run)).toEqual(['task a']);
  run.complete('a');
  expect(tasks(run)).toEqual(['task b']);
  run.complete('b');
  expect(tasks(run)).toEqual(['task c']);
  expect(run.complete('c').open).toEqual(['task after']);
});

test('ad-hoc subprocess: its completion condition ends it and cancels what runs', async () => {
  const run = await play(adHoc('', 'n > 1'), { n: 1 });
  run.complete('c', { n: 2 });
  expect(run.open).toEqual(['task after']);
  expect(cancelled(run)).toEqual(['a']);
});

test('ad-hoc subprocess: what runs may be finished, and nothing new is started', async () => {
  const run = await play(adHoc('cancelRemainingInstances="false"', 'n > 1'), { n: 1 });
  run.complete('c', { n: 2 });
  expect(tasks(run)).toEqual(['task a']);
  run.complete('a');
  // what a flow leads to belongs to what runs
  expect(tasks(run)).toEqual(['task b']);
  expect(run.complete('b').open).toEqual(['task after']);
});

test('ad-hoc subprocess: open while its condition is not true, activities are started by hand as often as wanted', async () => {
  const run = await play(adHoc('', 'n > 1'), { n: 1 });
  run.complete('a').complete('b').complete('c');
  expect(tasks(run)).toEqual([]);
  const free = run.state.tokens.find(({ data }) => data?.scope !== undefined)?.id ?? -1;
  for (let time = 0; time < 2; time++) run.dispatch({ type: 'activate', token: free, node: 'c', variables: {} });
  expect(tasks(run)).toEqual(['task c', 'task c']);
  run.complete('c', { n: 2 });
  expect(run.open).toEqual(['task after']);
  expect(() => run.dispatch({ type: 'activate', token: free, node: 'c', variables: {} })).toThrow(
    expect.objectContaining({ code: 'token-unknown' }),
  );
});

test('ad-hoc subprocess: an expression says what it starts with', async () => {
  const run = await play(adHoc(`dw:activeElements='= if n > 1 then ["c"] else ["a", "c"]'`), { n: 2 });
  expect(tasks(run)).toEqual(['task c']);
});

test('ad-hoc subprocess: its border interrupts it as a whole', async () => {
  const run = await play(adHoc('', 'n > 1'), { n: 1 });
  run.complete('a').complete('b').complete('c');
  expect(run.advance('PT1H').open).toEqual(['task aside']);
  expect(isClean(run.complete('aside'))).toBe(true);
});
