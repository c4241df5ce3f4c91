import type { PackedModel } from './decision/packModel.ts';
import type { JsonObject } from './Json.ts';

/** One piece of work for a worker thread. */
export type Evaluation =
  | { readonly kind: 'feel'; readonly source: string; readonly variables: JsonObject; readonly now: number }
  | { readonly kind: 'javascript'; readonly source: string; readonly variables: JsonObject }
  | {
      readonly kind: 'decision';
      /** id of the decision */
      readonly source: string;
      readonly model: PackedModel;
      readonly variables: JsonObject;
      readonly now: number;
    };

/**
 * Thrown by a settlement's synchronous `evaluate` or `script` when the result has yet to be worked out off-thread.
 * Not a failure: whoever runs a pure function lets it pass through, and runs the function again when `settle` says so.
 */
export class PendingEvaluation extends Error {
  readonly evaluation: Evaluation;
  readonly key: string;

  constructor(evaluation: Evaluation, key: string) {
    super('This evaluation is pending: it is to be settled off-thread.');
    this.name = 'PendingEvaluation';
    this.evaluation = evaluation;
    this.key = key;
  }
}
