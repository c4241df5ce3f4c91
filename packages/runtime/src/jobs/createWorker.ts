import { nextDueAt } from '@dealwright/store';
import type { Core } from '../Core.ts';
import { createJobPool } from './createJobPool.ts';
import { startWorker } from './startWorker.ts';
import { fireTimerStarts } from './timerStarts.ts';

/** Timer starts that are fired before the worker looks at other jobs again. */
const STARTS = 20;

/** Runs the runtime's jobs until it is stopped; then those that were begun are waited for. */
export function createWorker(core: Core, sweep: () => Promise<void>): { wake(): void; stop(): Promise<void> } {
  const { now, em, onError } = core.options;
  let wake = (): void => {};
  const pool = createJobPool(core, () => wake());
  const worker = startWorker({
    async begin() {
      await sweep();
      return (await fireTimerStarts(core, STARTS)) + (await pool.fill());
    },
    async nextDue() {
      const due = await nextDueAt(em(), pool.full);
      return due === null ? null : Date.parse(due);
    },
    now,
    onError: (error) => onError?.(error),
  });
  wake = () => worker.wake();
  return {
    wake,
    async stop() {
      await worker.stop();
      await pool.settled();
    },
  };
}
