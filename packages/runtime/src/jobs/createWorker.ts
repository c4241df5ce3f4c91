import { nextDueAt, nextStartAt } from '@dealwright/store';
import type { Core } from '../Core.ts';
import { createJobPool } from './createJobPool.ts';
import { startWorker } from './startWorker.ts';
import { fireTimerStarts } from './timerStarts.ts';

/** Timer starts that are fired before it is looked which are due again. */
const STARTS = 20;

/**
 * Runs the runtime's jobs, and beside them its timer start events, until it is stopped; then those that were begun are
 * waited for.
 */
export function createWorker(core: Core, sweep: () => Promise<void>): { wake(): void; stop(): Promise<void> } {
  const { now, em, onError, peers } = core.options;
  const common = { now, onError: (error: unknown) => onError?.(error) };
  let wake = (): void => {};
  const pool = createJobPool(core, () => wake());
  const jobs = startWorker({
    ...common,
    told: () => peers?.connected ?? false,
    begin: () => pool.fill(),
    nextDue: async () => instantOf(await nextDueAt(em(), pool.full)),
  });
  wake = () => jobs.wake();
  const starts = startWorker({
    ...common,
    // a deployment tells nobody
    told: () => false,
    async begin() {
      await sweep();
      return fireTimerStarts(core, STARTS);
    },
    nextDue: async () => instantOf(await nextStartAt(em())),
  });
  return {
    wake,
    async stop() {
      await Promise.all([jobs.stop(), starts.stop()]);
      await pool.settled();
    },
  };
}

function instantOf(due: string | null): number | null {
  return due === null ? null : Date.parse(due);
}
