import type { ModelName } from './automaticModels.ts';

/** An engine that is measured: it has read the models already, as a server has when it starts an instance. */
export interface MeasuredEngine {
  /** Runs that many instances of a model from start to end. Throws when one does not end. */
  run(model: ModelName, count: number): Promise<void> | void;
  /** instances between two looks at the clock */
  readonly batch: number;
}
