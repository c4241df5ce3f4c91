import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { NOTHING, plus, type Totals } from './runSeeds.ts';
import type { Share } from './worker.ts';

/**
 * Runs the models of `runs` seeds on all cores.
 *
 * @param told called with the totals so far
 * @throws what ends a thread early
 */
export async function runInThreads(first: number, runs: number, told: (totals: Totals) => void): Promise<Totals> {
  let totals = NOTHING;
  const step = Math.max(1, Math.min(availableParallelism(), runs));
  const add = (more: Totals): void => {
    totals = plus(totals, more);
    told(totals);
  };
  await Promise.all(Array.from({ length: step }, (_, at) => work({ first: first + at, end: first + runs, step }, add)));
  return totals;
}

function work(share: Share, add: (totals: Totals) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: share });
  worker.on('message', (totals: Totals) => add(totals));
  worker.on('error', reject);
  worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))));
  return promise;
}
