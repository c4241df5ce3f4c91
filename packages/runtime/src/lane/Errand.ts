import type { EvaluationMemory } from '@dealwright/expression';
import type { CommitPlan, EntityManager } from '@dealwright/store';
import type { Unit } from '../Core.ts';
import type { HeldInstance } from './HeldInstance.ts';

/** A command for one instance on its way through the lane. */
export interface Errand<Result> {
  readonly instanceId: string;
  readonly hops?: number;
  /**
   * Works out what the command leads to; `held` is null when there is no such instance. It may be run again, from what
   * the instance has become since, and must do nothing but read. What it throws refuses the command.
   */
  prepare(held: HeldInstance | null, unit: Pick<Unit, 'em' | 'evaluator' | 'hops'>): Promise<Prepared<Result>>;
}

/** A plan to commit and what to answer then, or an answer that needs no commit: the command had been done before. */
export type Prepared<Result> =
  | { readonly plan: CommitPlan; readonly result: Result }
  | { readonly plan: null; readonly result: Result };

/** An errand that waits for its turn. */
export interface Waiting {
  readonly errand: Errand<unknown>;
  readonly memory: EvaluationMemory;
  attempts: number;
  /** commit it in a statement of its own: it was in one that failed */
  alone: boolean;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

export interface LaneOptions {
  readonly em: () => EntityManager;
  /** most commands that share a statement */
  readonly most: number;
  /** most statements under way at once */
  readonly inFlight: number;
}
