import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startWorker, type WorkerOptions } from './startWorker.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker whose rounds are counted. */
function counting(options: Partial<WorkerOptions> = {}) {
  const seen = { rounds: 0, errors: [] as unknown[] };
  const worker = startWorker({
    begin: () => {
      seen.rounds++;
      return Promise.resolve(0);
    },
    nextDue: () => Promise.resolve(null),
    now: () => Date.now(),
    told: () => false,
    onError: (error) => seen.errors.push(error),
    ...options,
  });
  return { worker, seen };
}

test.each([
  [false, 1_000],
  [true, 10_000],
])('with nothing to do and others telling: %s, it looks again after %i ms', async (told, wait) => {
  const { worker, seen } = counting({ told: () => told });
  await vi.advanceTimersByTimeAsync(wait - 1);
  expect(seen.rounds).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(seen.rounds).toBe(2);
  await worker.stop();
});

test('it looks when the next job is due, and when it is stirred', async () => {
  const due = Date.now() + 300;
  const { worker, seen } = counting({
    told: () => true,
    nextDue: () => Promise.resolve(due < Date.now() ? null : due),
  });
  await vi.advanceTimersByTimeAsync(299);
  expect(seen.rounds).toBe(1);
  await vi.advanceTimersByTimeAsync(20);
  expect(seen.rounds).toBeGreaterThan(1);
  await vi.advanceTimersByTimeAsync(100);
  const { rounds } = seen;
  worker.wake();
  await vi.advanceTimersByTimeAsync(10);
  expect(seen.rounds).toBe(rounds + 1);
  await worker.stop();
});

test('while there is work it looks again soon, and gathers what comes meanwhile', async () => {
  let rounds = 0;
  const { worker } = counting({ begin: () => Promise.resolve(++rounds < 4 ? 1 : 0) });
  await vi.advanceTimersByTimeAsync(50);
  expect(rounds).toBe(4);
  await worker.stop();
});

test('an error is told, and it goes on', async () => {
  const { worker, seen } = counting({ begin: () => Promise.reject(new Error('away')) });
  await vi.advanceTimersByTimeAsync(2_500);
  expect(seen.errors).toHaveLength(3);
  await worker.stop();
});
