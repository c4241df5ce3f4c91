import type { SqlEntityManager } from '@mikro-orm/sql';
import { query } from '../query.ts';

/** Gives an open task to a person, or to nobody: then it is offered to those principals. */
export async function setAssignee(
  em: SqlEntityManager,
  change: {
    readonly taskId: string;
    readonly assigneeId: string | null;
    readonly claimedAt: string | null;
    readonly offeredTo: readonly string[];
  },
): Promise<void> {
  await query(
    em,
    `update open_task set assignee_id = $2, claimed_at = $3::timestamptz, revision = revision + 1 where id = $1`,
    [change.taskId, change.assigneeId, change.claimedAt],
  );
  await setOffered(em, [change.taskId], change.offeredTo);
}

/** Offers those of the open tasks that have no assignee to exactly these principals. */
export async function setOffered(
  em: SqlEntityManager,
  taskIds: readonly string[],
  principals: readonly string[],
): Promise<void> {
  await query(em, 'delete from offered_task where task_id = any($1::text[])', [taskIds]);
  await query(
    em,
    `insert into offered_task (principal, due, task_id)
     select distinct p, coalesce(t.due_at, 'infinity'), t.id
     from open_task t, unnest($2::text[]) as p where t.id = any($1::text[]) and t.assignee_id is null`,
    [taskIds, principals],
  );
}
