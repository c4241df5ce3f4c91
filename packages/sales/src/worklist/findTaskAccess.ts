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
  `select t.id, t.instance_id as "instanceId", t.deployment_id as "deploymentId",
    t.node_id as "nodeId", t.status, t.assignee_id as "assigneeId", t.candidates, t.approve, t.approvals,
    t.completed_by as "completedBy", d.owner_id as "ownerId"
  from task t left join deal d on d.instance_id = t.instance_id where t.id = any($1::text[])`,
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
