import type { SqlEntityManager } from '@mikro-orm/sql';
import { query } from '../query.ts';

/** Gives an open task to a person, or to nobody, and puts it on the lists of exactly those principals. */
export async function setAssignee(
  em: SqlEntityManager,
  change: {
    readonly taskId: string;
    readonly assigneeId: string | null;
    readonly claimedAt: string | null;
    readonly principals: readonly string[];
  },
): Promise<void> {
  await query(
    em,
    `update open_task set assignee_id = $2, claimed_at = $3::timestamptz, revision = revision + 1 where id = $1`,
    [change.taskId, change.assigneeId, change.claimedAt],
  );
  await setWorklist(em, change.taskId, change.principals);
}

/** Puts an open task on the lists of exactly these principals. */
export async function setWorklist(em: SqlEntityManager, taskId: string, principals: readonly string[]): Promise<void> {
  await query(em, 'delete from worklist where task_id = $1', [taskId]);
  await query(
    em,
    `insert into worklist (principal, due, task_id)
     select distinct p, coalesce(t.due_at, 'infinity'), t.id
     from open_task t, unnest($2::text[]) as p where t.id = $1`,
    [taskId, principals],
  );
}
