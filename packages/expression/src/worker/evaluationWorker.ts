import { parentPort, workerData } from 'node:worker_threads';
import { evaluateFeel } from '../evaluateFeel.ts';
import { ExpressionError, type ExpressionErrorDetails } from '../ExpressionError.ts';
import type { Json } from '../Json.ts';
import type { Evaluation } from '../PendingEvaluation.ts';
import { createScriptRunner } from './createScriptRunner.ts';

/** What the thread says: once that it is ready, then one answer for each evaluation. */
export type WorkerAnswer =
  | { readonly type: 'ready' }
  | { readonly type: 'value'; readonly value: Json }
  | { readonly type: 'error'; readonly details: ExpressionErrorDetails };

const runScript = await createScriptRunner(workerData as { deadlineMs: number; memoryMb: number });

function answer(evaluation: Evaluation): WorkerAnswer {
  try {
    const value =
      evaluation.kind === 'feel'
        ? evaluateFeel(evaluation.source, evaluation.variables, evaluation.now)
        : runScript(evaluation.source, evaluation.variables);
    return { type: 'value', value };
  } catch (error) {
    if (error instanceof ExpressionError) return { type: 'error', details: error.details() };
    throw error;
  }
}

function say(message: WorkerAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(message);
}

parentPort?.on('message', (evaluation: Evaluation) => say(answer(evaluation)));
say({ type: 'ready' });
