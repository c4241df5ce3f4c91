import type { SqlEntityManager } from '@mikro-orm/sql';
import { prepared } from '../prepared.ts';
import { query } from '../query.ts';
import type { InstanceRow } from './lockInstance.ts';

/** What a command must know of an open task. */
export interface OpenTaskFacts {
  readonly token: number;
  readonly assigneeId: string | null;
  readonly claimedAt: string | null;
  readonly approve: 'any' | 'all';
  readonly createdAt: string;
  readonly revision: number;
}

export interface LoadedRow extends InstanceRow {
  readonly tasks: readonly OpenTaskFacts[];
}

const LOAD = prepared(`
  select id, deployment_id as "deploymentId", process_id as "processId", status, outcome, stage, state, revision,
    parent_instance_id as "parentInstanceId", parent_token as "parentToken", started_at as "startedAt",
    ended_at as "endedAt",
    coalesce((
      select jsonb_agg(jsonb_build_object('token', token, 'assigneeId', assignee_id, 'claimedAt', claimed_at,
        'approve', approve, 'createdAt', created_at, 'revision', revision))
      from open_task t where t.instance_id = instance.id), '[]') as tasks
  from instance where id = any($1::text[])`);

/**
 * Reads instances with their open tasks, without a lock, in one statement: whoever commits says which revision they
 * have read. One that does not exist is missing from the answer.
 */
export function loadInstances(em: SqlEntityManager, ids: readonly string[]): Promise<LoadedRow[]> {
  return query<LoadedRow>(em, LOAD, [ids]);
}
