import { Worker } from 'node:worker_threads';
import { ExpressionError, type ExpressionErrorCode } from '../ExpressionError.ts';
import { excerpt } from '../excerpt.ts';
import type { Json } from '../Json.ts';
import type { Evaluation } from '../PendingEvaluation.ts';
import type { WorkerAnswer } from './evaluationWorker.ts';

export interface WorkerPoolOptions {
  readonly deadlineMs: number;
  readonly memoryMb: number;
  readonly size: number;
}

export interface WorkerPool {
  /** Throws an `ExpressionError`: the expression's own, or "expression-timeout" or "expression-memory". */
  run(evaluation: Evaluation): Promise<Json>;
  /** Resolves when a thread is ready. */
  warm(): Promise<void>;
  dispose(): Promise<void>;
}

/**
 * A decision is many expressions: a table of 1,000 rules that a fresh thread reads for the first time takes 0.3 s. Were
 * it stopped, its thread would be replaced by another fresh one, and the table could never be evaluated.
 */
const DECISION_FACTOR = 4;

interface Work {
  readonly evaluation: Evaluation;
  readonly resolve: (value: Json) => void;
  readonly reject: (error: Error) => void;
}

interface Slot {
  readonly worker: Worker;
  ready: boolean;
  work: Work | null;
  timer: NodeJS.Timeout | null;
}

/**
 * Worker threads that evaluate one thing at a time. One that runs past its deadline or memory is ended, and another
 * takes its place. The deadline counts from the moment a warm worker gets the work; only the first evaluations wait for
 * a thread to start.
 */
export function createWorkerPool({ deadlineMs, memoryMb, size }: WorkerPoolOptions): WorkerPool {
  const slots = new Set<Slot>();
  const queue: Work[] = [];
  let disposed = false;

  function open(): void {
    const worker = new Worker(new URL('evaluationWorker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
      workerData: { deadlineMs, memoryMb },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    worker.unref();
    const slot: Slot = { worker, ready: false, work: null, timer: null };
    slots.add(slot);
    worker.on('message', (message: WorkerAnswer) => {
      if (message.type === 'ready') slot.ready = true;
      else settleWith(slot, message);
      next();
    });
    worker.on('error', (error) => fail(slot, error));
    worker.on('exit', () => fail(slot, new Error('its thread ended')));
  }

  /** A thread is gone: with what it worked on, or, when it never got ready, with all that waits for one. */
  function fail(slot: Slot, error: unknown): void {
    if (!slots.has(slot)) return;
    const work = close(slot);
    const lost = slot.ready ? (work ? [work] : []) : queue.splice(0);
    for (const { evaluation, reject } of lost) reject(crashed(evaluation, error, memoryMb));
    next();
  }

  function next(): void {
    const free = [...slots].filter((slot) => slot.ready && !slot.work);
    for (const slot of free) {
      const work = queue.shift();
      if (!work) return;
      start(slot, work);
    }
    const starting = [...slots].filter((slot) => !slot.ready).length;
    if (queue.length > starting && slots.size < size) open();
  }

  function start(slot: Slot, work: Work): void {
    slot.work = work;
    const limit = deadlineMs * (work.evaluation.kind === 'decision' ? DECISION_FACTOR : 1);
    slot.timer = setTimeout(() => {
      close(slot);
      work.reject(
        failure(
          work.evaluation,
          'expression-timeout',
          `took longer than ${limit} ms and was stopped`,
          `执行超过 ${limit} 毫秒，已被终止`,
        ),
      );
      next();
    }, limit);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
    slot.worker.postMessage(work.evaluation);
  }

  function settleWith(slot: Slot, message: Exclude<WorkerAnswer, { type: 'ready' }>): void {
    const { work } = slot;
    if (slot.timer) clearTimeout(slot.timer);
    slot.work = null;
    slot.timer = null;
    if (message.type === 'value') work?.resolve(message.value);
    else work?.reject(new ExpressionError(message.details));
  }

  /** Takes a slot out of the pool with its thread, keeps a warm one in its place, and hands back the work it had. */
  function close(slot: Slot): Work | null {
    if (!slots.delete(slot)) return null;
    if (slot.timer) clearTimeout(slot.timer);
    const { work } = slot;
    slot.work = null;
    void slot.worker.terminate();
    if (!disposed && slot.ready) open();
    return work;
  }

  return {
    run(evaluation) {
      return new Promise((resolve, reject) => {
        if (disposed) {
          reject(failure(evaluation, 'expression-failed', 'came after the evaluator was closed', '求值器已关闭'));
          return;
        }
        queue.push({ evaluation, resolve, reject });
        next();
      });
    },
    async warm() {
      if (slots.size === 0 && !disposed) open();
      const [slot] = slots;
      if (!slot || slot.ready) return;
      await new Promise<void>((resolve, reject) => {
        slot.worker.once('message', () => resolve());
        slot.worker.once('error', reject);
        slot.worker.once('exit', () => resolve());
      });
    },
    async dispose() {
      disposed = true;
      const pending = [...queue.splice(0), ...[...slots].flatMap((slot) => (slot.work ? [slot.work] : []))];
      const workers = [...slots].map((slot) => slot.worker);
      for (const slot of slots) close(slot);
      for (const work of pending) {
        work.reject(
          failure(work.evaluation, 'expression-failed', 'was stopped with the evaluator', '随求值器一起停止'),
        );
      }
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function crashed(evaluation: Evaluation, error: unknown, memoryMb: number): Error {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return failure(
      evaluation,
      'expression-memory',
      `needed more than ${memoryMb} MB and was stopped`,
      `占用内存超过 ${memoryMb} MB，已被终止`,
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  return failure(evaluation, 'expression-failed', `failed: ${reason}`, `执行失败：${reason}`);
}

function failure({ source }: Evaluation, code: ExpressionErrorCode, en: string, zh: string): ExpressionError {
  return new ExpressionError({
    code,
    expression: source,
    text: { en: `"${excerpt(source)}" ${en}.`, zh: `“${excerpt(source)}”${zh}。` },
    position: null,
  });
}
