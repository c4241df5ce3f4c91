import type { JobKind } from '@dealwright/store';

/**
 * `refused`: the caller was told why, and nothing was to be done about it here. `failed`: something is wrong with the
 * program or the database.
 */
export type CommandOutcome = 'done' | 'refused' | 'failed';

/** `failed`: to be tried again, or set aside with an incident. */
export type JobOutcome = 'done' | 'failed';

/** Is told what the runtime does, for metrics and traces. Nothing may be thrown at it. */
export interface Observer {
  /** milliseconds that only go up */
  readonly clock: () => number;
  command(name: string, ms: number, outcome: CommandOutcome): void;
  /** plans that were written with one statement */
  commit(plans: number, ms: number): void;
  /** `lagMs`: how long after it fell due the job was begun; `ms`: how long it took */
  job(kind: JobKind, outcome: JobOutcome, lagMs: number, ms: number): void;
  /** Does the work as one piece of a trace; absent when nobody traces. */
  readonly span?: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
}
