import type { FormSchema, Labels } from '@dealwright/bpmn/types';
import type { PersonRef } from '../people/Person.ts';

export const TASK_VIEWS = ['mine', 'unclaimed', 'overdue', 'team', 'done'] as const;
export type TaskView = (typeof TASK_VIEWS)[number];

/** A task as the worklist shows it. Times are ISO 8601 in UTC. */
export interface TaskRow {
  readonly id: string;
  readonly nodeId: string;
  readonly name: string;
  readonly labels: Labels;
  readonly processId: string;
  readonly processName: string;
  readonly processLabels: Labels;
  readonly stage: { readonly id: string; readonly labels: Labels } | null;
  readonly deal: {
    readonly id: string;
    readonly name: string;
    readonly accountName: string | null;
    readonly value: number | null;
    readonly currency: string;
  } | null;
  readonly assignee: PersonRef | null;
  readonly createdAt: string;
  readonly dueAt: string | null;
  readonly priority: number;
  /** a repeated task: which one it is, from 1, and its entry of the list, when that is a word or number */
  readonly turn: number | null;
  readonly item: string | null;
  readonly completedAt: string | null;
  readonly hasDraft: boolean;
}

export interface TaskCounts {
  readonly mine: number;
  readonly unclaimed: number;
  readonly overdue: number;
  readonly team: number;
}

export interface TaskDetail extends TaskRow {
  readonly status: 'open' | 'completed' | 'cancelled';
  readonly completedBy: PersonRef | null;
  readonly form: FormSchema | null;
  /** what the form starts with: draft over the deal's fields and the instance's variables */
  readonly values: Readonly<Record<string, unknown>>;
  readonly playbook: Labels;
  readonly canClaim: boolean;
  readonly canComplete: boolean;
  readonly canAssign: boolean;
  readonly deploymentId: string;
  readonly version: number;
  readonly owner: PersonRef | null;
  readonly expectedCloseOn: string | null;
  readonly nextStep: string | null;
  readonly kpis: readonly {
    readonly id: string;
    readonly labels: Labels;
    readonly target: number | null;
    readonly unit: string;
  }[];
}

/** What a completion led to. */
export interface CompletedTask {
  readonly finished: boolean;
  readonly outcome: string | null;
  readonly nextTasks: readonly {
    readonly id: string;
    readonly name: string;
    readonly labels: Labels;
    /** open, and assigned to the viewer or to be claimed by them */
    readonly mine: boolean;
  }[];
}
