import { TASK_VIEWS } from '@dealwright/sales/types';
import { z } from 'zod';

// task.list (query; rep, manager) → Page<TaskRow> · task.counts (query) → TaskCounts
// task.get (query) → TaskDetail · task.claim / task.release (mutation) → void
// task.assign (mutation; manager, or the assignee handing on) → void
// task.saveDraft (mutation) → { savedAt } · task.complete (mutation) → CompleteResult
// Refusals: "task-gone" (details: { by: PersonRef | null, at }), "task-taken" (details: { by, since }),
// "form-invalid" (place.field, details: FormError[])
export { TASK_VIEWS };
export type {
  CompletedTask as CompleteResult,
  TaskCounts,
  TaskDetail,
  TaskRow,
  TaskView,
} from '@dealwright/sales/types';
export type { FormError } from '@dealwright/bpmn/form';
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
