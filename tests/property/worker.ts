import { parentPort, workerData } from 'node:worker_threads';
import { tryOne } from './tryOne.ts';

/** What a thread has found in its share of the seeds. */
export interface Share {
  readonly models: number;
  readonly elements: number;
  readonly commands: number;
  readonly broken: readonly { readonly seed: number; readonly what: string }[];
}

const { from, to, step } = workerData as { from: number; to: number; step: number };
let [models, elements, commands] = [0, 0, 0];
const broken: { seed: number; what: string }[] = [];
for (let seed = from; seed <= to; seed += step) {
  const trial = await tryOne(seed);
  models += 1;
  elements += trial.model.size;
  commands += trial.commands;
  if (trial.broken !== null) broken.push({ seed, what: trial.broken });
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage({ models, elements, commands, broken } satisfies Share);
