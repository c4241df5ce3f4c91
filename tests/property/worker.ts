import { parentPort, workerData } from 'node:worker_threads';
import { NOTHING, plus, runSeed } from './runSeeds.ts';

// A thread of `runInThreads`: runs every `step`-th seed from the first on, and posts the totals now and then.

export interface Share {
  readonly first: number;
  readonly end: number;
  readonly step: number;
}

const { first, end, step } = workerData as Share;
const AT_A_TIME = 50;

let totals = NOTHING;
for (let seed = first; seed < end; seed += step) {
  totals = plus(totals, runSeed(seed));
  if (totals.models < AT_A_TIME) continue;
  post();
}
post();

function post(): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(totals);
  totals = NOTHING;
}
