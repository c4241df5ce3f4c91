import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Approval } from '../entities/OpenTask.ts';
import { query, queryOne } from '../query.ts';

export interface TaskRow {
  readonly id: string;
  readonly instanceId: string;
  readonly processId: string;
  readonly token: number;
  readonly nodeId: string;
  readonly status: 'open' | 'completed' | 'cancelled';
  readonly assigneeId: string | null;
  /** when the assignee claimed it or was given it; null when it began that way */
  readonly claimedAt: string | null;
  readonly candidates: readonly string[];
  readonly approve: 'any' | 'all';
  readonly approvals: readonly Approval[];
  /** rises with each change; 0 when it is closed */
  readonly revision: number;
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly completedBy: string | null;
}

/**
 * A task; with `lock`, others that want to change it wait for the end of the transaction, when it is open. Null when
 * there is none.
 */
export async function findTask(em: SqlEntityManager, id: string, lock: 'lock' | 'read'): Promise<TaskRow | null> {
  if (lock === 'lock') await query(em, 'select 1 from open_task where id = $1 for update', [id]);
  return queryOne<TaskRow>(
    em,
    `select id, instance_id as "instanceId", process_id as "processId", token, node_id as "nodeId", status,
       assignee_id as "assigneeId", claimed_at as "claimedAt", candidates, approve, approvals, revision,
       created_at as "createdAt", completed_at as "completedAt", completed_by as "completedBy"
     from task where id = $1`,
    [id],
  );
}

export interface Completion {
  readonly commandId: string | null;
  readonly completedBy: string | null;
  /** tokens of the tasks that it led to */
  readonly ledTo: readonly number[];
  /** whether the instance was over then */
  readonly finished: boolean;
}

/** The command that completed a task, and its answer; null when the task is not there or was not completed. */
export function findCompletion(em: SqlEntityManager, taskId: string): Promise<Completion | null> {
  return queryOne<Completion>(
    em,
    `select command_id as "commandId", completed_by as "completedBy", coalesce(led_to, '{}') as "ledTo", finished
     from closed_task where id = $1 and not cancelled`,
    [taskId],
  );
}
