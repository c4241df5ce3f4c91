import { type EntityManager, rowLookup } from '@dealwright/store';
import { SalesError } from '../SalesError.ts';
import type { Viewer } from '../Viewer.ts';
import { type TaskAccess, taskAccess, type TaskHolding } from './taskAccess.ts';

export interface HeldTask extends TaskHolding {
  readonly id: string;
  readonly instanceId: string;
  readonly deploymentId: string;
  readonly nodeId: string;
}

const heldTask = rowLookup<HeldTask>(
  `select id, instance_id as "instanceId", deployment_id as "deploymentId", node_id as "nodeId", status,
    assignee_id as "assigneeId", candidates, approve, approvals, completed_by as "completedBy", owner_id as "ownerId"
  from held_tasks($1::text[])`,
  (row) => row.id,
);

/** A task and what the viewer may do with it. Throws `not-found`, also for a task that the viewer may not see. */
export async function findTaskAccess(
  em: () => EntityManager,
  viewer: Viewer,
  id: string,
): Promise<{ readonly task: HeldTask; readonly access: TaskAccess }> {
  const task = await heldTask(em, id);
  const access = task ? taskAccess(viewer, task) : null;
  if (!task || !access?.canSee) throw taskNotFound();
  return { task, access };
}

export function taskNotFound(): SalesError {
  return new SalesError('not-found', { en: 'There is no such task.', zh: '没有此待办。' });
}
