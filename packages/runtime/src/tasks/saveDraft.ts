import type { JsonObject } from '@dealwright/engine';
import { query } from '@dealwright/store';
import type { Unit } from '../Core.ts';
import { checkHolder, openTask } from './complete.ts';

/** Keeps a half-filled form. Throws `TaskGone`, `TaskTaken`. */
export async function saveDraft(
  { em }: Unit,
  request: { taskId: string; draft: JsonObject; actorId: string },
): Promise<void> {
  const task = await openTask(em, request.taskId);
  checkHolder(task, request.actorId);
  await query(em, 'update open_task set draft = $2::jsonb where id = $1', [task.id, request.draft]);
}
