import { claimJobs, type JobRow } from '@dealwright/store';
import type { Core } from '../Core.ts';
import { claimant } from './claimant.ts';
import { createSlots, OTHER_SLOTS } from './createSlots.ts';
import { giveBack } from './giveBack.ts';
import { runOne } from './runDueJobs.ts';

/** Jobs that are under way, in slots by queue: whatever takes long holds up only those that wait for the same. */
export interface JobPool {
  /** Claims as many due jobs as there are slots for and begins them; answers how many, without waiting for them. */
  fill(): Promise<number>;
  /** queues that could take no more */
  readonly full: readonly string[];
  /** when all that were begun are done */
  settled(): Promise<void>;
}

/** `onRoom`: a job has ended, so that there may be room for more. */
export function createJobPool(core: Core, onRoom: () => void): JobPool {
  const { em, onError } = core.options;
  const slots = createSlots();
  const underWay = new Set<Promise<void>>();

  const begin = (job: JobRow): void => {
    slots.take(job.queue);
    const running = runOne(core, job)
      .catch((error: unknown) => {
        onError?.(error);
      })
      .finally(() => {
        slots.give(job.queue);
        underWay.delete(running);
        onRoom();
      });
    underWay.add(running);
  };

  return {
    get full() {
      return slots.full;
    },
    async fill() {
      await giveBack(core);
      const jobs = await claimJobs(em(), claimant(core), { free: slots.free, other: OTHER_SLOTS });
      for (const job of jobs) begin(job);
      return jobs.length;
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
