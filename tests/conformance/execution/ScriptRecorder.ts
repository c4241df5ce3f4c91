import type { JsonObject } from '../../../packages/engine/src/index.ts';
import type { Evaluator, Json, StepEnv } from '../../../packages/expression/src/index.ts';

/** The script language that a suite's own binding answers. */
export const BOUND_LANGUAGE = 'x-conformance';

/** What a suite's script does: a pure function of its text and the variables it sees. May throw an `EvaluationError`. */
export type BoundScript = (
  source: string,
  variables: JsonObject,
) => { readonly result: Json; readonly log: readonly string[] };

/** For suites that bind no script of their own. */
export const noScript: BoundScript = () => ({ result: null, log: [] });

export interface LogEntry {
  readonly text: string;
  /** epoch milliseconds on the virtual clock */
  readonly at: number;
}

/**
 * Answers a suite's scripts and keeps what they log. A step may be run again (when an expression has to be evaluated
 * elsewhere first, or when a transaction is rolled back), so a log counts only once its step is kept: `discard` is to
 * be called where work begins anew, `keep` where it is done for good.
 */
export class ScriptRecorder {
  readonly kept: LogEntry[] = [];
  readonly #script: BoundScript;
  #pending: LogEntry[] = [];

  constructor(script: BoundScript) {
    this.#script = script;
  }

  discard(): void {
    this.#pending = [];
  }

  keep(): void {
    for (const entry of this.#pending) this.kept.push(entry);
    this.#pending = [];
  }

  /** The evaluator with the suite's scripts; everything else is evaluated as ever. */
  bind(evaluator: Evaluator): Evaluator {
    return {
      ...evaluator,
      settle: (now, run) => evaluator.settle(now, (env) => this.#run(env, run)),
      attempt: (now, run, memory) => evaluator.attempt(now, (env) => this.#run(env, run), memory),
    };
  }

  #run<T>(env: StepEnv, run: (env: StepEnv) => T): T {
    const logged: LogEntry[] = [];
    const result = run({
      ...env,
      script: (language: string, source: string, variables: JsonObject): Json => {
        if (language !== BOUND_LANGUAGE) return env.script(language, source, variables);
        const done = this.#script(source, variables);
        for (const text of done.log) logged.push({ text, at: env.now });
        return done.result;
      },
    });
    this.#pending.push(...logged);
    return result;
  }
}
