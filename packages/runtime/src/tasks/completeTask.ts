import { findTask } from '@dealwright/store';
import type { Core } from '../Core.ts';
import { NotFound } from '../errors/NotFound.ts';
import { planAdvance } from '../instances/advance.ts';
import type { Errand } from '../lane/Errand.ts';
import type { CompleteRequest } from '../Runtime.ts';
import { answerOf, checkHolder, checkOpen, complete, completion, findAnswer } from './complete.ts';
import type { Completed } from './Completed.ts';

/** A task that all must approve is more than one write. */
class NeedsTransaction extends Error {}

/**
 * Completes a task, together with whatever other commands are under way; in a transaction of its own when the caller
 * writes something with it, or when it is one that all must approve. See `complete`.
 */
export async function completeTask(core: Core, request: CompleteRequest): Promise<Completed> {
  if (request.within) return core.transact((unit) => complete(core, unit, request));
  try {
    return await core.submit(errandOf(core, request));
  } catch (error) {
    if (!(error instanceof NeedsTransaction)) throw error;
    return core.transact((unit) => complete(core, unit, request));
  }
}

function errandOf(core: Core, request: CompleteRequest): Errand<Completed> {
  const { taskId, actorId } = request;
  const at = taskId.lastIndexOf(':');
  const token = Number(taskId.slice(at + 1));
  return {
    instanceId: taskId.slice(0, Math.max(at, 0)),
    async prepare(held, unit) {
      const task = held?.tasks.get(token);
      if (!held || !task) {
        const closed = await findTask(unit.em, taskId, 'read');
        const earlier = await findAnswer(unit.em, request, closed);
        if (earlier) return { plan: null, result: earlier };
        if (!closed) throw new NotFound('task', taskId);
        checkOpen(closed);
        throw new Error(`the task ${taskId} is open, but its instance does not have it`);
      }
      if (task.approve === 'all') throw new NeedsTransaction();
      checkHolder({ ...task, id: taskId }, actorId);
      const plan = await planAdvance(core, unit, completion(held.row, task, request));
      return { plan, result: answerOf(plan) };
    },
  };
}
