import {
  assignInput,
  completeInput,
  type CompleteResult,
  type Page,
  type TaskCounts,
  type TaskDetail,
  taskDraftInput,
  taskIdInput,
  taskListInput,
  type TaskRow,
} from '../contract/index.ts';
import { procedure } from '../procedure.ts';
import { router } from '../trpc.ts';

/** Which tasks a person sees is judged by the task service: own, those they are a candidate for, and reports'. */
export const taskRouter = router({
  list: procedure(['rep', 'manager'])
    .input(taskListInput)
    .query(({ ctx, input }): Promise<Page<TaskRow>> => ctx.services.task.list(ctx.session, input)),
  counts: procedure('signedIn').query(({ ctx }): Promise<TaskCounts> => ctx.services.task.counts(ctx.session)),
  get: procedure('signedIn')
    .input(taskIdInput)
    .query(({ ctx, input }): Promise<TaskDetail> => ctx.services.task.get(ctx.session, input.id)),
  claim: procedure('signedIn')
    .input(taskIdInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.task.claim(ctx.session, input.id)),
  release: procedure('signedIn')
    .input(taskIdInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.task.release(ctx.session, input.id)),
  assign: procedure('signedIn')
    .input(assignInput)
    .mutation(({ ctx, input }): Promise<void> => ctx.services.task.assign(ctx.session, input)),
  saveDraft: procedure('signedIn')
    .input(taskDraftInput)
    .mutation(({ ctx, input }): Promise<{ savedAt: string }> => ctx.services.task.saveDraft(ctx.session, input)),
  complete: procedure('signedIn')
    .input(completeInput)
    .mutation(({ ctx, input }): Promise<CompleteResult> => ctx.services.task.complete(ctx.session, input)),
});
