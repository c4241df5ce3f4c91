import { parentPort, workerData } from 'node:worker_threads';
import { withExecutions } from './execution/openExecution.ts';
import { planSuite } from './planSuite.ts';
import type { Suite } from './readArguments.ts';
import type { Mode } from './Report.ts';
import { validateFile } from './validateFile.ts';

// The thread of `supervise`: does pieces of work from the number `from` on and posts each result.

export type WorkerTask =
  | {
      readonly do: 'run';
      readonly suite: Suite;
      readonly dir: string;
      readonly mode: Mode;
      readonly serverUrl: string | null;
    }
  | { readonly do: 'validate'; readonly folder: string; readonly files: readonly string[] };

export interface WorkerMessage {
  readonly result: unknown;
}

const task = workerData as WorkerTask & { readonly from: number };
if (task.do === 'validate') {
  for (const file of task.files.slice(task.from)) post(await validateFile(task.folder, file));
} else {
  const cases = await planSuite(task.suite, task.dir);
  await withExecutions(task.mode, task.serverUrl, async (open) => {
    for (const one of cases.slice(task.from)) post(await one.run(open).catch((error: unknown) => one.failed(error)));
  });
}

function post(result: unknown): void {
  const message: WorkerMessage = { result };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(message);
}
