import type { JobRow } from '@dealwright/store';
import { JobFault } from './JobFault.ts';

/** More than any drawing needs: beyond it, instances only feed each other. */
export const MOST_HOPS = 1000;

/**
 * How many deliveries between instances (messages, signals, calls, returns) led to this one without a person, a timer
 * or a connector in between. Throws a `JobFault` beyond `MOST_HOPS`: two processes that answer each other for ever would
 * fill the database.
 */
export function hopsOf(job: JobRow): number {
  const hops = job.payload['hops'];
  if (typeof hops !== 'number') return 0;
  if (hops <= MOST_HOPS) return hops;
  throw new JobFault('delivery-loop', {
    en: `Processes have called or answered each other ${MOST_HOPS} times without a person or a timer in between: probably an endless loop.`,
    zh: `流程之间已连续相互调用或应答 ${MOST_HOPS} 次，其间没有人工操作或定时等待，可能存在死循环。`,
  });
}
