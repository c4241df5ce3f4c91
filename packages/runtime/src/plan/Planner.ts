import type { Command, State } from '@dealwright/engine';
import type { AuditEntry, CommitPlan, NewJob } from '@dealwright/store';
import type { TaskAssignment } from '../Runtime.ts';

/** When a command happened, and who gave it. */
export interface Occasion {
  /** epoch milliseconds */
  readonly at: number;
  readonly actorId: string | null;
  /** deliveries between instances that led to it, none when absent */
  readonly hops?: number;
}

/** A user task that the instance waits at. */
export interface PlannedTask {
  readonly token: number;
  /** element id */
  readonly nodeId: string;
  /** node index in the graph */
  readonly node: number;
  /** epoch milliseconds at which it began */
  readonly at: number;
}

/** Anything else that it waits for. */
export interface PlannedWait {
  readonly token: number;
  readonly nodeId: string;
  readonly kind: 'timer' | 'message' | 'signal' | 'connector' | 'call' | 'incident';
}

/**
 * Runs the real executor for one instance without a database, any number of commands one after another at times of the
 * caller's choosing, and folds all that they change into one `CommitPlan`: tasks, jobs, subscriptions and positions of
 * where it stands at the end, history of the whole way with each event's own time and actor.
 *
 * Used by the runtime for every command, and by the import to make a deal's past in one go.
 */
export interface Planner {
  readonly instanceId: string;
  /** null until started */
  readonly state: State | null;
  /** user tasks that have come to be open since the planner was made */
  readonly tasks: readonly PlannedTask[];
  /** what else has come to wait since the planner was made */
  readonly waits: readonly PlannedWait[];
  /**
   * Starts or continues the instance: `{ type: 'start', variables }`, `{ type: 'complete', token, variables }` …
   * Throws the executor's `CommandRefused`; nothing has changed then.
   */
  apply(command: Command, occasion: Occasion): Promise<void>;
  /**
   * The plan so far. `assignments` gives each new task, by token, to somebody; a task that it does not name is an
   * error, because nobody would ever see it.
   */
  plan(ending: {
    readonly assignments: ReadonlyMap<number, TaskAssignment>;
    readonly audit?: readonly AuditEntry[];
    readonly command?: CommitPlan['command'];
    /** jobs beside those that the executor asked for */
    readonly jobs?: readonly NewJob[];
  }): CommitPlan;
}
