import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Approval } from '../entities/Task.ts';
import { queryOne } from '../query.ts';

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
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly completedBy: string | null;
}

/** A task; with `lock`, others that want to change it wait for the end of the transaction. Null when there is none. */
export function findTask(em: SqlEntityManager, id: string, lock: 'lock' | 'read'): Promise<TaskRow | null> {
  return queryOne<TaskRow>(
    em,
    `select id, instance_id as "instanceId", process_id as "processId", token, node_id as "nodeId", status,
       assignee_id as "assigneeId", claimed_at as "claimedAt", candidates, approve, approvals,
       created_at as "createdAt", completed_at as "completedAt", completed_by as "completedBy"
     from task where id = $1 ${lock === 'lock' ? 'for update' : ''}`,
    [id],
  );
}
