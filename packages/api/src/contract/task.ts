import type { FormSchema } from '@dealwright/bpmn/types';
import { z } from 'zod';
import type { Instant, Labels, PersonRef } from './common.ts';

// task.list (query; rep, manager) → Page<TaskRow> · task.counts (query) → TaskCounts
// task.get (query) → TaskDetail · task.claim / task.release (mutation) → void
// task.assign (mutation; manager, or the assignee handing on) → void
// task.saveDraft (mutation) → { savedAt } · task.complete (mutation) → CompleteResult
// Refusals: "task-gone" (details: { by: PersonRef | null, at }), "task-taken" (details: { by, since }),
// "form-invalid" (place.field, details: FormError[])
export const TASK_VIEWS = ['mine', 'unclaimed', 'overdue', 'team', 'done'] as const;
export type TaskView = (typeof TASK_VIEWS)[number];
export interface TaskRow {
  readonly id: string;
  readonly nodeId: string;
  readonly name: string;
  readonly labels: Labels;
  readonly processId: string;
  readonly processName: string;
  readonly stage: { readonly id: string; readonly labels: Labels } | null;
  readonly deal: {
    readonly id: string;
    readonly name: string;
    readonly accountName: string | null;
    readonly value: number | null;
    readonly currency: string;
  } | null;
  readonly assignee: PersonRef | null;
  readonly createdAt: Instant;
  readonly dueAt: Instant | null;
  readonly priority: number;
  readonly completedAt: Instant | null;
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
  /** what the form starts with: draft over the instance's variables and the deal's fields */
  readonly values: Readonly<Record<string, unknown>>;
  readonly playbook: Labels;
  readonly canClaim: boolean;
  readonly canComplete: boolean;
  readonly canAssign: boolean;
  readonly deploymentId: string;
  readonly version: number;
  /** the deal's facts beside the form */
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
export interface CompleteResult {
  readonly finished: boolean;
  readonly outcome: string | null;
  readonly nextTasks: readonly {
    readonly id: string;
    readonly name: string;
    readonly labels: Labels;
    readonly mine: boolean;
  }[];
}
export interface FormError {
  readonly field: string;
  readonly rule: string;
  readonly message: { readonly en: string; readonly zh: string };
}
const id = z.string().min(1).max(200);
export const taskListInput = z.object({
  view: z.enum(TASK_VIEWS),
  processId: z.string().max(200).optional(),
  search: z.string().max(200).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const taskIdInput = z.object({ id });
export const assignInput = z.object({ id, personId: id });
/** more than any form holds; without a limit, drafts could fill the database */
const MOST_CHARACTERS = 200_000;
const values = z
  .record(z.string().max(200), z.json())
  .refine((given) => JSON.stringify(given).length <= MOST_CHARACTERS, 'too large');
export const taskDraftInput = z.object({ id, values });
/** `commandId` is made when the button is pressed: sent again, it completes once and answers the same. */
export const completeInput = z.object({ id, values, commandId: z.uuid() });
