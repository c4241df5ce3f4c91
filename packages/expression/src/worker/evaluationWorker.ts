import { parentPort, workerData } from 'node:worker_threads';
import { evaluateDecision } from '../decision/evaluateDecision.ts';
import { unpackModel } from '../decision/packModel.ts';
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

function valueOf(evaluation: Evaluation): Json {
  const { source, variables } = evaluation;
  switch (evaluation.kind) {
    case 'feel':
      return evaluateFeel(source, variables, evaluation.now);
    case 'javascript':
      return runScript(source, variables);
    case 'decision':
      return evaluateDecision(unpackModel(evaluation.model), source, variables, evaluation.now);
  }
}

function answer(evaluation: Evaluation): WorkerAnswer {
  try {
    return { type: 'value', value: valueOf(evaluation) };
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
