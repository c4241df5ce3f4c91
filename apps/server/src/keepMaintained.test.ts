import { createBus } from '@dealwright/api/server';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepMaintained } from './keepMaintained.ts';

const HOUR = 3_600_000;
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function started(kind: 'pglite' | 'postgresql', maintain = vi.fn(async () => {})) {
  const bus = createBus((error) => {
    throw error;
  });
  const imported = (status: 'running' | 'done' | 'failed') =>
    bus.publish({ kind: 'import', runId: 'r', status, done: 1, total: 1 });
  const history = vi.fn(async () => {});
  const log = pino({ level: 'silent' });
  return { maintain, history, imported, ...keepMaintained({ store: { kind, maintain }, history, bus, log }) };
}

it('an embedded database was never maintained while the server ran', async () => {
  const { maintain, stop } = started('pglite');
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(maintain).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(24 * HOUR);
  expect(maintain).toHaveBeenCalledTimes(5);
  await stop();
  await vi.advanceTimersByTimeAsync(24 * HOUR);
  expect(maintain).toHaveBeenCalledTimes(5);
});

it('maintains after an import that is done, and not before', async () => {
  const { maintain, imported, stop } = started('pglite');
  imported('running');
  imported('failed');
  expect(maintain).not.toHaveBeenCalled();
  imported('done');
  await vi.advanceTimersByTimeAsync(0);
  expect(maintain).toHaveBeenCalledTimes(1);
  await stop();
  imported('done');
  expect(maintain).toHaveBeenCalledTimes(1);
});

it('does it once at a time, waits for it at the stop, and outlives a failure', async () => {
  let fail: (error: Error) => void = () => {};
  const { maintain, imported, stop } = started(
    'pglite',
    vi.fn(() => new Promise<void>((_, reject) => (fail = reject))),
  );
  imported('done');
  imported('done');
  await vi.advanceTimersByTimeAsync(0);
  expect(maintain).toHaveBeenCalledTimes(1);
  let stopped = false;
  const stopping = stop().then(() => (stopped = true));
  await vi.advanceTimersByTimeAsync(1000);
  expect(stopped).toBe(false);
  fail(new Error('disk full'));
  await stopping;
  expect(stopped).toBe(true);
});

it('leaves all but the history to PostgreSQL, and goes on when that fails', async () => {
  const { maintain, history, imported, stop } = started('postgresql');
  history.mockRejectedValueOnce(new Error('disk full'));
  imported('done');
  await vi.advanceTimersByTimeAsync(48 * HOUR);
  expect(maintain).not.toHaveBeenCalled();
  expect(history.mock.calls.length).toBeGreaterThan(5);
  await stop();
});
