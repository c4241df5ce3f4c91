import type { Evaluator } from '@dealwright/expression';
import type { CommitPlan, EntityManager } from '@dealwright/store';
import type { Calendars } from './Calendars.ts';
import type { FollowUps } from './createCore.ts';
import type { Graphs } from './Graphs.ts';
import type { Errand } from './lane/Errand.ts';
import type { RuntimeChange, RuntimeOptions } from './Runtime.ts';

/** What every command of the runtime works with. */
export interface Core {
  readonly options: RuntimeOptions;
  readonly graphs: Graphs;
  readonly calendars: Calendars;
  /** ISO 8601 */
  readonly nowIso: () => string;
  /** One transaction, and after it is committed what follows from it; see `createCore`. */
  readonly transact: <Result>(work: (unit: Unit) => Promise<Result>) => Promise<Result>;
  /** The same without waiting for what follows: that is given back, for whoever works through it. */
  readonly transactOnly: <Result>(work: (unit: Unit) => Promise<Result>, hops?: number) => Promise<[Result, FollowUps]>;
  /** A command that needs no transaction of its own; see `createLane`. */
  readonly submit: <Result>(errand: Errand<Result>) => Promise<Result>;
  /** jobs claimed here that were neither done nor noted as failed, for the database was away: to be given back */
  readonly dropped: string[];
  /** stirs the worker: something may be due now */
  readonly wake: () => void;
}

/** One transaction of the runtime. */
export interface Unit {
  /** the only EntityManager to use inside the transaction */
  readonly em: EntityManager;
  /**
   * Evaluates without waiting: what takes long leaves the transaction by a `PendingEvaluation`, is evaluated while no
   * lock is held, and the transaction begins again. Nobody may catch that error on its way.
   */
  readonly evaluator: Pick<Evaluator, 'settle' | 'evaluate'>;
  /** deliveries between instances that led here since a person, a timer or a connector did something; see `hopsOf` */
  readonly hops: number;
  /** notes a plan that was committed, so that watchers hear of it and its deliveries are made */
  committed(plan: CommitPlan): void;
  /** notes a change to an instance outside a plan (a task claimed), so that watchers hear of it */
  touched(change: RuntimeChange): void;
  /** a message of this name was kept: somebody may have come to wait for it at the same time */
  kept(messageName: string): void;
  /** a job to run as soon as the transaction is committed */
  follow(jobId: string): void;
}
