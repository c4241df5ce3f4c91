import { describe, expect, test } from 'vitest';
import {
  boundary,
  cancel,
  compensation,
  end,
  error,
  escalation,
  flows,
  start,
  sub,
  timer,
  transaction,
  undoing,
  user,
  throwing,
} from './drawing.ts';
import { cancelled, isClean, play, timesEntered } from './play.ts';
import { TRIGGERS, type Trigger } from './triggers.ts';

/** `work` two scopes deep in the activity `scope`, on whose border the event `edge` stands. */
const drawing = (definition: string, interrupting: boolean, attributes = '') =>
  start('begin') +
  sub('scope', sub('inner', user('work')) + user('other')) +
  boundary('edge', 'scope', definition, interrupting, attributes) +
  user('aside') +
  user('after') +
  flows('begin > scope > after', 'edge > aside');

const escalates = (code: string): Trigger => ({
  definition: escalation(),
  happens: (run) => void run.dispatch({ type: 'escalate', token: run.wait('work').token, code, variables: {} }),
  again: (run) => void run.dispatch({ type: 'escalate', token: run.wait('work').token, code, variables: {} }),
  waits: 0,
});
const fails = (code: string): Trigger => ({
  definition: error(),
  happens: (run) => void run.error('work', code),
  again: () => undefined,
  waits: 0,
});

describe('interrupting', () => {
  test.each<[string, Trigger]>([
    ['message, interrupting boundary event', TRIGGERS.message],
    ['timer, interrupting boundary event', TRIGGERS.timer],
    ['signal, interrupting boundary event', TRIGGERS.signal],
    ['conditional, interrupting boundary event', TRIGGERS.conditional],
    ['error, boundary event', fails('E')],
    ['error without a code, boundary event: it catches every error', { ...fails('anything'), definition: error('') }],
    ['escalation, interrupting boundary event', escalates('X')],
    [
      'escalation without a code, boundary event: it catches every escalation',
      { ...escalates('anything'), definition: escalation('') },
    ],
    ['multiple, interrupting boundary event', TRIGGERS.multiple],
    ['parallel multiple, interrupting boundary event', TRIGGERS['parallel multiple']],
  ])('%s', async (_title, { definition, attributes, happens, waits }) => {
    const run = await play(drawing(definition, true, attributes), { n: 1 });
    expect(run.waits.filter(({ nodeId }) => nodeId === 'edge')).toHaveLength(waits);
    happens(run);
    // all inside is cancelled, however deep, and the normal way out is not taken
    expect(run.open).toEqual(['task aside']);
    expect(cancelled(run)).toEqual(expect.arrayContaining(['work', 'inner', 'other', 'scope']));
    expect(timesEntered(run, 'after')).toBe(0);
    expect(isClean(run.complete('aside'))).toBe(true);
  });

  test.each<[string, Trigger]>([
    ['message', TRIGGERS.message],
    ['timer', TRIGGERS.timer],
    ['signal', TRIGGERS.signal],
    ['conditional', TRIGGERS.conditional],
    ['multiple', TRIGGERS.multiple],
    ['parallel multiple', TRIGGERS['parallel multiple']],
  ])('withdrawn when its activity is done: %s', async (_kind, { definition, attributes }) => {
    const run = await play(drawing(definition, true, attributes), { n: 1 });
    run.complete('work').complete('other');
    expect(run.open).toEqual(['task after']);
    run
      .dispatch({ type: 'setVariables', variables: { n: 11 } })
      .advance('P1D')
      .signal('s');
    expect(() => run.message('m')).toThrow('nothing waits');
    expect(run.open).toEqual(['task after']);
  });

  test('an error of another code goes by', async () => {
    const run = await play(drawing(error('F'), true));
    run.error('work', 'E');
    expect(run.finish).toMatchObject({ status: 'failed', errorCode: 'E' });
    expect(isClean(run)).toBe(true);
  });

  test('cancel, boundary event of a transaction: caught when all is undone', async () => {
    const run = await play(
      start('begin') +
        transaction('deal', start('in') + user('a') + undoing('a') + end('stop', cancel) + flows('in > a > stop')) +
        boundary('edge', 'deal', cancel) +
        user('aside') +
        user('after') +
        flows('begin > deal > after', 'edge > aside'),
    );
    run.complete('a');
    expect(run.open).toEqual(['task undo_a']);
    expect(run.complete('undo_a').open).toEqual(['task aside']);
    expect(isClean(run.complete('aside'))).toBe(true);
  });

  test('compensation, boundary event: it leads to the handler, and only after its activity was completed', async () => {
    const run = await play(
      start('begin') +
        user('a') +
        undoing('a') +
        user('b') +
        undoing('b') +
        boundary('early', 'b', TRIGGERS.message.definition) +
        throwing('oops', compensation()) +
        user('after') +
        flows('begin > a > b > oops > after', 'early > oops'),
    );
    run.complete('a');
    // b is interrupted, so there is nothing of it to undo
    expect(run.message('m').open).toEqual(['task undo_a']);
    expect(run.complete('undo_a').open).toEqual(['task after']);
  });
});

describe('non-interrupting', () => {
  test.each<[string, Trigger]>([
    ['message, non-interrupting boundary event', TRIGGERS.message],
    ['timer, non-interrupting boundary event', TRIGGERS.timer],
    ['signal, non-interrupting boundary event', TRIGGERS.signal],
    ['conditional, non-interrupting boundary event', TRIGGERS.conditional],
    ['escalation, non-interrupting boundary event', escalates('X')],
    ['multiple, non-interrupting boundary event', TRIGGERS.multiple],
    ['parallel multiple, non-interrupting boundary event', TRIGGERS['parallel multiple']],
  ])('%s', async (_title, { definition, attributes, happens, again }) => {
    const run = await play(drawing(definition, false, attributes), { n: 1 });
    const tasks = () => run.open.filter((wait) => wait.startsWith('task'));
    happens(run);
    expect(tasks()).toEqual(['task aside', 'task other', 'task work']);
    again(run);
    expect(tasks()).toEqual(['task aside', 'task aside', 'task other', 'task work']);
    expect(cancelled(run)).toEqual([]);
    run.complete('work').complete('other');
    expect(run.open).toEqual(['task after', 'task aside', 'task aside']);
    expect(isClean(run.complete('after').complete('aside').complete('aside'))).toBe(true);
  });

  test.each([
    ['timer with a date, non-interrupting boundary event', timer('2026-01-02T00:00:00Z', 'timeDate'), 1],
    ['timer with a duration, non-interrupting boundary event: once', timer('PT1H'), 1],
    ['timer with a cycle R3, non-interrupting boundary event: three times', timer('R3/PT1H', 'timeCycle'), 3],
    ['timer with an endless cycle, non-interrupting boundary event', timer('R/PT6H', 'timeCycle'), 8],
    ['timer with a cron expression, non-interrupting boundary event', timer('0 30 9 * * *', 'timeCycle'), 2],
  ])('%s', async (_title, definition, fires) => {
    const run = await play(drawing(definition, false));
    run.advance('P2D');
    expect(timesEntered(run, 'edge')).toBe(fires);
    expect(run.open.filter((wait) => wait === 'task aside')).toHaveLength(fires);
    expect(run.open).toEqual(expect.arrayContaining(['task work', 'task other']));
    run.complete('work').complete('other');
    expect(run.open.filter((wait) => wait.startsWith('timer'))).toEqual([]);
  });

  test('two tokens in one activity have borders of their own', async () => {
    const run = await play(
      start('begin') +
        start('beginToo') +
        user('work') +
        boundary('edge', 'work', TRIGGERS.signal.definition) +
        user('aside') +
        flows('begin > work', 'beginToo > work', 'edge > aside'),
    );
    expect(run.open).toEqual(['signal edge', 'signal edge', 'task work', 'task work']);
    run.complete('work');
    expect(run.signal('s').open).toEqual(['task aside']);
  });
});
