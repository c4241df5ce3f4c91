import type { Message } from '@dealwright/bpmn';
import type { HistoryEvent, InstanceStatus, State } from '@dealwright/engine';

/**
 * Everything one command changes, ready to be written in one statement. Built by the runtime from a `StepResult`,
 * written by `commit`. Times are ISO 8601 with zone; ids are made by the caller.
 */
export interface CommitPlan {
  readonly instance: {
    readonly id: string;
    readonly deploymentId: string;
    readonly processId: string;
    readonly status: InstanceStatus;
    readonly outcome: string | null;
    readonly stage: string | null;
    readonly state: State;
    /** revision that was read; 0 for a new instance. The commit throws `StaleInstance` when it has moved on. */
    readonly revision: number;
    readonly parentInstanceId: string | null;
    readonly parentToken: number | null;
    readonly startedAt: string;
    readonly endedAt: string | null;
  };
  /**
   * Tokens whose waits are over. `task`: an open task stood at the token, which is closed and kept for the record; else
   * its jobs and subscriptions go and its open incidents are resolved, and so does its position unless the token still
   * stands somewhere in `instance.state`. A token may be released and named again in the same plan (a retry): what was
   * there goes before the new comes.
   */
  readonly released: readonly {
    readonly token: number;
    readonly reason: 'done' | 'cancelled';
    readonly task: boolean;
  }[];
  readonly positions: readonly { readonly token: number; readonly nodeId: string; readonly since: string }[];
  readonly tasks: readonly NewTask[];
  readonly jobs: readonly NewJob[];
  readonly subscriptions: readonly NewSubscription[];
  readonly incidents: readonly {
    readonly id: string;
    readonly token: number;
    readonly nodeId: string;
    readonly code: string;
    readonly message: Message;
    /** the job that failed, when it was one: a retry runs it again */
    readonly jobId?: string;
  }[];
  readonly history: readonly {
    readonly seq: number;
    readonly type: HistoryEvent['type'];
    readonly elementId: string;
    readonly token: number;
    readonly at: string;
    readonly detail: unknown;
    /** `CommitPlan.actorId` when absent */
    readonly actorId?: string | null;
  }[];
  readonly audit: readonly AuditEntry[];
  readonly actorId: string | null;
  readonly at: string;
  /** idempotency: the command's id and what it answers; null for commands that need none */
  readonly command: { readonly id: string; readonly result: unknown } | null;
  /**
   * The released task that the command completes: the command's id and its answer are kept with the closed task.
   * `revision`: the task's when it was read; the commit throws `StaleInstance` when it has been changed since.
   */
  readonly closing?: {
    readonly token: number;
    readonly revision: number;
    readonly commandId: string;
    /** tokens of the tasks that it led to */
    readonly ledTo: readonly number[];
    /** whether the instance is over with it */
    readonly finished: boolean;
  };
}

export interface NewTask {
  readonly token: number;
  readonly nodeId: string;
  readonly assigneeId: string | null;
  readonly candidates: readonly string[];
  readonly approve: 'any' | 'all';
  readonly dueAt: string | null;
  readonly priority: number;
  /** a repeated activity's task: which one it is, from 1, and its entry of the collection, when that is a word or number */
  readonly turn?: number | null;
  readonly item?: string | null;
}

/**
 * Work for the machine. Timers and connectors belong to a token and go when it is released. The others are deliveries to
 * other instances, which outlive the token that caused them: their token is `DELIVERY` and they bring an id of their own.
 */
export type JobKind =
  | 'timer'
  | 'connector'
  | 'message'
  | 'signal'
  | 'trigger'
  | 'start'
  | 'return'
  | 'escalate'
  | 'cancelCall';
export const DELIVERY = -1;

export interface NewJob {
  /** `<instance id>:<token>` when absent */
  readonly id?: string;
  readonly token: number;
  readonly kind: JobKind;
  readonly dueAt: string;
  readonly payload: unknown;
  readonly maxAttempts: number;
  /** connectors: `connector:<type>`; a timer's and a delivery's follows from their kind */
  readonly queue?: string;
  /** the higher goes first; 0 when absent */
  readonly priority?: number;
}

export interface NewSubscription {
  readonly token: number;
  readonly kind: 'message' | 'signal';
  readonly name: string;
  readonly correlation: string | null;
}

export interface AuditEntry {
  readonly id: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
  /** `CommitPlan.at` and `CommitPlan.actorId` when absent */
  readonly at?: string;
  readonly actorId?: string | null;
}
