import { describe, expect, test } from 'vitest';
import {
  compensation,
  end,
  error,
  escalation,
  flows,
  handler,
  start,
  sub,
  terminate,
  timer,
  throwing,
  undoing,
  user,
} from './drawing.ts';
import { cancelled, isClean, play, timesEntered } from './play.ts';
import { TRIGGERS, type Trigger } from './triggers.ts';

/** `work`, two scopes deep, in a scope with the event subprocess; `beside` has nothing to do with it. */
const nested = (inScope: string, more = '') =>
  start('begin') +
  sub('scope', sub('inner', user('work')) + inScope) +
  user('beside') +
  user('after') +
  more +
  flows('begin > scope > after', 'begin > beside');

const escalates: Trigger = {
  definition: escalation(),
  happens: (run) =>
    void run.dispatch({ type: 'escalate', token: run.wait('work').token, code: 'X', variables: { why: 1 } }),
  again: (run) => void run.dispatch({ type: 'escalate', token: run.wait('work').token, code: 'X', variables: {} }),
  waits: 0,
};
const fails: Trigger = {
  definition: error(),
  happens: (run) => void run.error('work', 'E'),
  again: () => undefined,
  waits: 0,
};

describe('interrupting', () => {
  test.each<[string, Trigger]>([
    ['message, start of an interrupting event subprocess', TRIGGERS.message],
    ['timer, start of an interrupting event subprocess', TRIGGERS.timer],
    ['signal, start of an interrupting event subprocess', TRIGGERS.signal],
    ['conditional, start of an interrupting event subprocess', TRIGGERS.conditional],
    ['error, start of an interrupting event subprocess', fails],
    ['escalation, start of an interrupting event subprocess', escalates],
    ['multiple, start of an interrupting event subprocess', TRIGGERS.multiple],
    ['parallel multiple, start of an interrupting event subprocess', TRIGGERS['parallel multiple']],
  ])('%s', async (_title, { definition, attributes, happens, waits }) => {
    const run = await play(nested(handler('caught', definition, true, attributes)), { n: 1 });
    expect(run.waits.filter(({ nodeId }) => nodeId === 'caughtStart')).toHaveLength(waits);
    happens(run);
    // all that ran in the scope is cancelled, nothing else is, and no second trigger is waited for
    expect(run.open).toEqual(['task beside', 'task caughtTask']);
    expect(cancelled(run)).toEqual(expect.arrayContaining(['work', 'inner']));
    expect(cancelled(run)).not.toContain('scope');
    expect(run.complete('caughtTask').open).toEqual(['task after', 'task beside']);
    expect(isClean(run.complete('after').complete('beside'))).toBe(true);
  });

  test.each<[string, Trigger]>([
    ['message', TRIGGERS.message],
    ['timer', TRIGGERS.timer],
    ['signal', TRIGGERS.signal],
    ['conditional', TRIGGERS.conditional],
    ['multiple', TRIGGERS.multiple],
    ['parallel multiple', TRIGGERS['parallel multiple']],
  ])('what is not caught is withdrawn with its scope: %s', async (_kind, { definition, attributes }) => {
    const run = await play(nested(handler('caught', definition, true, attributes)), { n: 1 });
    run.complete('work');
    expect(run.open).toEqual(['task after', 'task beside']);
    run
      .dispatch({ type: 'setVariables', variables: { n: 11 } })
      .advance('P1D')
      .signal('s');
    expect(run.open).toEqual(['task after', 'task beside']);
    expect(() => run.message('m')).toThrow('nothing waits');
  });

  test('compensation, start of an event subprocess: it undoes its completed subprocess', async () => {
    const run = await play(
      start('begin') +
        sub('scope', user('a') + undoing('a') + handler('caught', compensation())) +
        throwing('oops', compensation('scope')) +
        user('after') +
        flows('begin > scope > oops > after'),
    );
    run.complete('a');
    // instead of the handlers inside
    expect(run.open).toEqual(['task caughtTask']);
    expect(run.complete('caughtTask').open).toEqual(['task after']);
    expect(timesEntered(run, 'undo_a')).toBe(0);
  });

  test('the first of two that interrupt withdraws the other', async () => {
    const run = await play(
      nested(handler('one', TRIGGERS.message.definition) + handler('two', TRIGGERS.signal.definition)),
    );
    run.message('m');
    expect(run.signal('s').open).toEqual(['task beside', 'task oneTask']);
  });
});

describe('non-interrupting', () => {
  test.each<[string, Trigger]>([
    ['message, start of a non-interrupting event subprocess', TRIGGERS.message],
    ['timer, start of a non-interrupting event subprocess', TRIGGERS.timer],
    ['signal, start of a non-interrupting event subprocess', TRIGGERS.signal],
    ['conditional, start of a non-interrupting event subprocess', TRIGGERS.conditional],
    ['escalation, start of a non-interrupting event subprocess', escalates],
    ['multiple, start of a non-interrupting event subprocess', TRIGGERS.multiple],
    ['parallel multiple, start of a non-interrupting event subprocess', TRIGGERS['parallel multiple']],
  ])('%s', async (_title, { definition, attributes, happens, again }) => {
    const run = await play(nested(handler('caught', definition, false, attributes)), { n: 1 });
    const tasks = () => run.open.filter((wait) => wait.startsWith('task'));
    happens(run);
    expect(tasks()).toEqual(['task beside', 'task caughtTask', 'task work']);
    again(run);
    expect(tasks()).toEqual(['task beside', 'task caughtTask', 'task caughtTask', 'task work']);
    expect(cancelled(run)).toEqual([]);
    // the scope waits for both runs of its event subprocess
    run.complete('work').complete('caughtTask');
    expect(tasks()).toEqual(['task beside', 'task caughtTask']);
    run.complete('caughtTask');
    expect(run.open).toEqual(['task after', 'task beside']);
  });

  test('one that interrupts cancels the run of one that does not', async () => {
    const run = await play(
      nested(handler('quiet', TRIGGERS.message.definition, false) + handler('loud', TRIGGERS.signal.definition)),
    );
    run.message('m').message('m');
    expect(run.signal('s').open).toEqual(['task beside', 'task loudTask']);
    expect(cancelled(run).filter((id) => id === 'quiet')).toHaveLength(2);
  });

  test('a timer cycle without an end goes on until its scope is done', async () => {
    const run = await play(nested(handler('caught', timer('R/PT1H', 'timeCycle'), false)));
    run.advance('PT5H');
    expect(timesEntered(run, 'caught')).toBe(5);
    run.complete('work');
    // the scope stays open for what it has started, and so goes on
    run.advance('PT1H');
    expect(timesEntered(run, 'caught')).toBe(6);
  });
});

test('an event subprocess in an event subprocess is armed while the outer one runs', async () => {
  const outer = sub(
    'outer',
    start('outerStart', TRIGGERS.message.definition) +
      user('x') +
      handler('deep', TRIGGERS.signal.definition) +
      flows('outerStart > x'),
    'triggeredByEvent="true"',
  );
  const run = await play(nested(outer));
  run.signal('s');
  expect(run.open).toEqual(['message outerStart', 'task beside', 'task work']);
  run.message('m');
  expect(run.open).toEqual(['signal deepStart', 'task beside', 'task x']);
  expect(run.signal('s').open).toEqual(['task beside', 'task deepTask']);
  expect(run.complete('deepTask').open).toEqual(['task after', 'task beside']);
});

test.each([
  ['interrupting', true, ['task after', 'task beside']],
  ['not interrupting', false, ['message caughtStart', 'task beside', 'task work']],
])('a terminate end event in an event subprocess ends that alone (%s)', async (_kind, interrupting, open) => {
  const caught = sub(
    'caught',
    start('caughtStart', TRIGGERS.message.definition, `isInterrupting="${interrupting}"`) +
      user('x') +
      user('y') +
      end('stop', terminate) +
      flows('caughtStart > x > stop', 'caughtStart > y'),
    'triggeredByEvent="true"',
  );
  const run = await play(nested(caught));
  run.message('m').complete('x');
  expect(run.open).toEqual(open);
});
