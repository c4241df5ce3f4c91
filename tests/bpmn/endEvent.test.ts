import { expect, test } from 'vitest';
import {
  boundary,
  cancel,
  compensation,
  end,
  error,
  escalation,
  flows,
  handler,
  message,
  parallel,
  signal,
  start,
  sub,
  terminate,
  timer,
  transaction,
  undoing,
  user,
} from './drawing.ts';
import { cancelled, isClean, play } from './play.ts';

/** The end event in a scope beside a task and behind one that can be undone. */
const inScope = (definition: string, more = '', lines = '') =>
  start('begin') +
  sub(
    'scope',
    start('in') +
      parallel('split') +
      user('a') +
      undoing('a') +
      end('stop', definition) +
      sub('deep', user('beside')) +
      flows('in > split > a > stop', 'split > deep'),
  ) +
  more +
  user('after') +
  flows('begin > scope > after') +
  lines;

test('none, end event: its token ends, the others go on', async () => {
  const run = await play(inScope(''));
  expect(run.complete('a').open).toEqual(['task beside']);
  expect(run.complete('beside').open).toEqual(['task after']);
  expect(run.complete('after').finish).toMatchObject({ status: 'completed' });
});

test('message, end event: sent once', async () => {
  const run = await play(inScope(message()));
  expect(run.complete('a').open).toEqual(['task beside']);
  expect(run.sent).toMatchObject([{ type: 'sendMessage', name: 'm' }]);
});

test('signal, end event: heard by who waits, in its own scope too', async () => {
  const run = await play(inScope(signal(), handler('heard', signal(), false)));
  run.complete('a');
  expect(run.open).toEqual(['signal heardStart', 'task beside', 'task heardTask']);
  expect(run.sent).toMatchObject([{ type: 'broadcastSignal', name: 's' }]);
});

test('error, end event: caught on the border, and all else in its scope is cancelled', async () => {
  const run = await play(inScope(error(), boundary('edge', 'scope', error()) + user('aside'), flows('edge > aside')));
  run.complete('a');
  expect(run.open).toEqual(['task aside']);
  expect(cancelled(run)).toEqual(expect.arrayContaining(['beside', 'deep', 'scope']));
  expect(isClean(run.complete('aside'))).toBe(true);
});

test('error, end event: nothing catches it, and the instance fails with its code', async () => {
  const run = await play(
    inScope(error(), boundary('edge', 'scope', error('F')) + user('aside'), flows('edge > aside')),
  );
  run.complete('a');
  expect(run.finish).toMatchObject({ status: 'failed', errorCode: 'E' });
  expect(isClean(run)).toBe(true);
});

test('error, end event: of several handlers the nearest that fits catches', async () => {
  const run = await play(
    inScope(
      error(),
      boundary('exact', 'scope', error('E')) +
        boundary('all', 'scope', error('')) +
        handler('outer', error('E')) +
        user('x') +
        user('y'),
      flows('exact > x', 'all > y'),
    ),
  );
  expect(run.complete('a').open).toEqual(['task x']);
});

test.each([
  ['escalation, end event: caught on the border, without interrupting', false, ['task aside', 'task beside']],
  ['escalation, end event: caught on the border, interrupting', true, ['task aside']],
])('%s', async (_title, interrupting, open) => {
  const run = await play(
    inScope(escalation(), boundary('edge', 'scope', escalation(), interrupting) + user('aside'), flows('edge > aside')),
  );
  expect(run.complete('a').open).toEqual(open);
});

test('cancel, end event: ends what runs in the transaction, undoes what was completed, leaves by the cancel border', async () => {
  const run = await play(
    start('begin') +
      transaction(
        'deal',
        start('in') +
          parallel('split') +
          user('a') +
          undoing('a') +
          user('b') +
          undoing('b') +
          user('c') +
          undoing('c') +
          end('stop', cancel) +
          flows('in > split > a > b > stop', 'split > c'),
      ) +
      boundary('edge', 'deal', cancel) +
      boundary('late', 'deal', timer()) +
      user('aside') +
      user('after') +
      flows('begin > deal > after', 'edge > aside', 'late > after'),
  );
  run.complete('a').complete('b');
  // c was not completed, so it is cancelled and not undone; the transaction is already being left
  expect(run.open).toEqual(['task undo_b']);
  expect(run.complete('undo_b').open).toEqual(['task undo_a']);
  expect(run.complete('undo_a').open).toEqual(['task aside']);
});

test('compensation, end event: undoes before its token ends', async () => {
  const run = await play(inScope(compensation('a')));
  run.complete('beside').complete('a');
  expect(run.open).toEqual(['task undo_a']);
  expect(run.complete('undo_a').open).toEqual(['task after']);
});

test('terminate, end event: ends its scope at once, and no other', async () => {
  const run = await play(inScope(terminate, user('elsewhere'), flows('begin > elsewhere')));
  run.complete('a');
  expect(run.open).toEqual(['task after', 'task elsewhere']);
  expect(cancelled(run)).toEqual(expect.arrayContaining(['beside', 'deep']));
  expect(cancelled(run)).not.toContain('elsewhere');
});

test('terminate, end event of the process: ends the instance', async () => {
  const run = await play(
    start('begin') +
      user('a') +
      sub('deep', user('b')) +
      boundary('edge', 'deep', timer()) +
      user('aside') +
      end('stop', terminate) +
      flows('begin > a > stop', 'begin > deep', 'edge > aside'),
  );
  run.complete('a');
  expect(run.finish).toMatchObject({ status: 'terminated' });
  expect(isClean(run)).toBe(true);
});

test('multiple, end event: throws all that it is drawn with, and what ends the scope comes last', async () => {
  const run = await play(
    inScope(
      terminate + message() + signal() + escalation(),
      boundary('edge', 'scope', escalation(), false) + user('aside') + handler('heard', signal(), false),
      flows('edge > aside'),
    ),
  );
  run.complete('a');
  expect(run.sent.map(({ name }) => name)).toEqual(['m', 's']);
  expect(run.open).toEqual(['signal heardStart', 'task after', 'task aside', 'task heardTask']);
});

test.each([
  ['error', error(), ['task aside']],
  ['terminate', terminate, ['task after']],
])('multiple, end event: what was completed is undone before its scope ends (%s)', async (_kind, last, open) => {
  const run = await play(
    inScope(compensation('a') + last, boundary('edge', 'scope', error()) + user('aside'), flows('edge > aside')),
  );
  run.complete('a');
  expect(run.open).toEqual(['task beside', 'task undo_a']);
  expect(run.complete('undo_a').open).toEqual(open);
});
