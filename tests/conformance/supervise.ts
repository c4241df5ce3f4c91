import { Worker } from 'node:worker_threads';
import { Unanswered } from './PlannedCase.ts';
import type { WorkerMessage, WorkerTask } from './worker.ts';

/** Milliseconds without an answer after which a piece of work is given up; memory, in megabytes, that it may fill. */
export interface Limits {
  readonly silenceMs: number;
  readonly memoryMb: number;
}

const LIMITS: Limits = { silenceMs: 60_000, memoryMb: 2048 };

/**
 * Has numbered pieces of work done in a thread, one after the other, and answers their results in order. A piece that
 * never answers, or that takes the thread down with it, costs only itself: the thread is ended, `failed` stands in for
 * the result, and a new one goes on with the next piece.
 *
 * @param task what the thread is to do; see `worker.ts`
 * @param count how many pieces there are
 * @param failed the result of a piece that gave none
 */
export async function supervise<Result>(
  task: WorkerTask,
  count: number,
  failed: (piece: number, error: Unanswered) => Result,
  limits: Limits = LIMITS,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  while (results.length < count) {
    const error = await workFrom(task, results.length, limits, (result) => results.push(result as Result));
    if (error && results.length < count) results.push(failed(results.length, error));
  }
  return results;
}

/** Works on from a piece, handing over each result; answers what ended the thread early, or null. */
function workFrom(
  task: WorkerTask,
  from: number,
  limits: Limits,
  keep: (result: unknown) => void,
): Promise<Unanswered | null> {
  const { promise, resolve } = Promise.withResolvers<Unanswered | null>();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { ...task, from },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
  });
  const giveUp = (): void => {
    const seconds = limits.silenceMs / 1000;
    resolve(new Unanswered(`No answer within ${seconds} seconds.`, `${seconds} 秒内没有结果。`));
    void worker.terminate();
  };
  let timer = setTimeout(giveUp, limits.silenceMs);
  worker.on('message', (message: WorkerMessage) => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, limits.silenceMs);
    keep(message.result);
  });
  worker.on('error', (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    resolve(new Unanswered(`It ended the thread: ${reason}`, `线程因此终止：${reason}`));
  });
  worker.on('exit', (code) => {
    clearTimeout(timer);
    resolve(code === 0 ? null : new Unanswered(`It ended the thread (${code}).`, `线程因此终止（${code}）。`));
  });
  return promise;
}
