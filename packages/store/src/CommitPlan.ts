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
    /** revision that was read; 0 for a new instance. The commit fails with `StaleInstance` when it has moved on. */
    readonly revision: number;
    readonly parentInstanceId: string | null;
    readonly parentToken: number | null;
    readonly startedAt: string;
    readonly endedAt: string | null;
  };
  /** tokens to remove tasks, jobs, subscriptions and positions for; the task row stays, closed, for the record */
  readonly released: readonly { readonly token: number; readonly reason: 'done' | 'cancelled' }[];
  readonly positions: readonly { readonly token: number; readonly nodeId: string; readonly since: string }[];
  readonly tasks: readonly NewTask[];
  readonly jobs: readonly NewJob[];
  readonly subscriptions: readonly NewSubscription[];
  readonly incidents: readonly {
    readonly id: string;
    readonly token: number;
    readonly nodeId: string;
    readonly code: string;
    readonly message: string;
  }[];
  readonly history: readonly {
    readonly seq: number;
    readonly type: HistoryEvent['type'];
    readonly elementId: string;
    readonly token: number;
    readonly at: string;
    readonly detail: unknown;
  }[];
  readonly audit: readonly AuditEntry[];
  readonly actorId: string | null;
  readonly at: string;
  /** idempotency: the command's id and what it answers; null for commands that need none */
  readonly command: { readonly id: string; readonly result: unknown } | null;
}

export interface NewTask {
  readonly token: number;
  readonly nodeId: string;
  readonly assigneeId: string | null;
  readonly candidates: readonly string[];
  readonly approve: 'any' | 'all';
  readonly dueAt: string | null;
  readonly priority: number;
}

export interface NewJob {
  readonly token: number;
  readonly kind: 'timer' | 'connector';
  readonly dueAt: string;
  readonly payload: unknown;
  readonly maxAttempts: number;
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
}
