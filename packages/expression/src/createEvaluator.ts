import type { DecisionModel } from './decision/DecisionModel.ts';
import { evaluateDecision } from './decision/evaluateDecision.ts';
import { isPlainDecision } from './decision/isPlainDecision.ts';
import { packModel } from './decision/packModel.ts';
import { evaluateParsed, used } from './evaluateFeel.ts';
import { ExpressionError } from './ExpressionError.ts';
import { excerpt } from './excerpt.ts';
import type { Json, JsonObject } from './Json.ts';
import { parseExpression } from './parseExpression.ts';
import { type Evaluation, PendingEvaluation } from './PendingEvaluation.ts';
import { createWorkerPool } from './worker/createWorkerPool.ts';

export interface EvaluatorOptions {
  /** milliseconds that one guarded expression or script may take, a decision four times that; 500 by default */
  readonly deadlineMs?: number;
  /** megabytes that one guarded evaluation may fill; 64 by default */
  readonly memoryMb?: number;
  /** milliseconds that all guarded evaluations of one `settle` may take together; 2,000 by default */
  readonly budgetMs?: number;
  /** worker threads, started when first needed; 2 by default */
  readonly workers?: number;
}

/** What `step` needs of the outside; assignable to the executor's `Env`. */
export interface StepEnv {
  /** epoch milliseconds */
  readonly now: number;
  evaluate(expression: string, variables: JsonObject): Json;
  script(language: string, source: string, variables: JsonObject): Json;
  /** A decision of a model, by its id. */
  decision(model: DecisionModel, decisionId: string, variables: JsonObject): Json;
}

/** What has been evaluated for one piece of work, failures too; made by `evaluationMemory`. */
export interface EvaluationMemory {
  readonly results: Map<string, Json | ExpressionError>;
  spentMs: number;
}

export function evaluationMemory(): EvaluationMemory {
  return { results: new Map(), spentMs: 0 };
}

export interface Evaluator {
  /**
   * Runs a pure function that evaluates expressions. Plain ones are answered in place; for a guarded one the function
   * is left by a `PendingEvaluation`, the expression is evaluated in a worker, and the function is run again, which is
   * free because it is pure. Throws whatever the function throws otherwise.
   *
   * @param now epoch milliseconds: the function's `env.now`, and FEEL's `now()` and `today()`
   */
  settle<T>(now: number, run: (env: StepEnv) => T): Promise<T>;
  /**
   * The same without waiting: throws the `PendingEvaluation` of what `memory` has no result for. For whoever holds a
   * lock: let it go, `work` on what is pending, and begin again.
   */
  attempt<T>(now: number, run: (env: StepEnv) => T, memory: EvaluationMemory): T;
  /** Evaluates what an `attempt` left pending, within the time that all of this memory's evaluations have together. */
  work(pending: PendingEvaluation, memory: EvaluationMemory): Promise<void>;
  /** One FEEL expression over the variables. Throws an `ExpressionError`. */
  evaluate(expression: string, variables: JsonObject, now: number): Promise<Json>;
  /** Starts a worker thread, so that the first guarded evaluation need not wait for one. */
  warm(): Promise<void>;
  /** Ends the worker threads; evaluations under way are refused. */
  dispose(): Promise<void>;
}

/** Makes an evaluator with its own pool of worker threads. They do not keep the process alive. */
export function createEvaluator(options: EvaluatorOptions = {}): Evaluator {
  const pool = createWorkerPool({
    deadlineMs: options.deadlineMs ?? 500,
    memoryMb: options.memoryMb ?? 64,
    size: options.workers ?? 2,
  });

  const budgetMs = options.budgetMs ?? 2_000;

  async function work({ evaluation, key }: PendingEvaluation, memory: EvaluationMemory): Promise<void> {
    const from = performance.now();
    const late = memory.spentMs >= budgetMs;
    memory.results.set(key, late ? overBudget(evaluation, budgetMs) : await outcome(pool.run(evaluation)));
    memory.spentMs += performance.now() - from;
  }

  function attempt<T>(now: number, run: (env: StepEnv) => T, memory: EvaluationMemory): T {
    return run(stepEnv(now, memory.results));
  }

  async function settle<T>(now: number, run: (env: StepEnv) => T): Promise<T> {
    const memory = evaluationMemory();
    for (;;) {
      try {
        return attempt(now, run, memory);
      } catch (error) {
        if (!(error instanceof PendingEvaluation) || memory.results.has(error.key)) throw error;
        await work(error, memory);
      }
    }
  }

  return {
    settle,
    attempt,
    work,
    evaluate: (expression, variables, now) => settle(now, (env) => env.evaluate(expression, variables)),
    warm: () => pool.warm(),
    dispose: () => pool.dispose(),
  };
}

function stepEnv(now: number, settled: ReadonlyMap<string, Json | ExpressionError>): StepEnv {
  function guarded(evaluation: Evaluation): Json {
    const model = evaluation.kind === 'decision' ? evaluation.model.key : null;
    const key = JSON.stringify([evaluation.kind, model, evaluation.source, evaluation.variables]);
    const result = settled.get(key);
    if (result === undefined) throw new PendingEvaluation(evaluation, key);
    if (result instanceof ExpressionError) throw result;
    return result;
  }

  function feel(source: string, variables: JsonObject): Json {
    const parsed = parseExpression(source);
    if (parsed.kind === 'plain') return evaluateParsed(parsed, variables, now);
    return guarded({ kind: 'feel', source, variables: used(source, variables, parsed.names), now });
  }

  return {
    now,
    evaluate: feel,
    decision(model, decisionId, variables) {
      if (isPlainDecision(model, decisionId)) return evaluateDecision(model, decisionId, variables, now);
      return guarded({ kind: 'decision', source: decisionId, model: packModel(model), variables, now });
    },
    script(language, source, variables) {
      const name = language.trim().toLowerCase();
      if (name === 'feel') return feel(source.trim().replace(/^=/, ''), variables);
      if (JAVASCRIPT.has(name)) return guarded({ kind: 'javascript', source, variables });
      throw new ExpressionError({
        code: 'script-language-unknown',
        expression: excerpt(source),
        text: {
          en: `The script language "${language}" is not known; use "feel" or "javascript".`,
          zh: `不支持脚本语言“${language}”，请使用 feel 或 javascript。`,
        },
        position: null,
      });
    },
  };
}

const JAVASCRIPT = new Set(['javascript', 'js', 'text/javascript', 'application/javascript', 'ecmascript']);

/** Failures are remembered like values, so that the run that asked gets to deal with them. */
async function outcome(result: Promise<Json>): Promise<Json | ExpressionError> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

/** Many slow expressions in one step must not add up: a person waits for it. */
function overBudget({ source }: Evaluation, budgetMs: number): ExpressionError {
  return new ExpressionError({
    code: 'expression-timeout',
    expression: source,
    text: {
      en: `"${excerpt(source)}" was not evaluated: the expressions before it took the ${budgetMs} ms that one step has.`,
      zh: `未计算“${excerpt(source)}”：此前的表达式已用完一步可用的 ${budgetMs} 毫秒。`,
    },
    position: null,
  });
}
