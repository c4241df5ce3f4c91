import type { InstanceStatus, State } from '@dealwright/engine';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { queryOne } from '../query.ts';

export interface InstanceRow {
  readonly id: string;
  readonly deploymentId: string;
  readonly processId: string;
  readonly status: InstanceStatus;
  readonly outcome: string | null;
  readonly stage: string | null;
  readonly state: State;
  readonly revision: number;
  readonly parentInstanceId: string | null;
  readonly parentToken: number | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/**
 * Reads an instance for the rest of the transaction: others that want it wait, rows that only refer to it do not. Null
 * when there is none.
 */
export function lockInstance(em: SqlEntityManager, id: string): Promise<InstanceRow | null> {
  return queryOne<InstanceRow>(
    em,
    `select id, deployment_id as "deploymentId", process_id as "processId", status, outcome, stage, state, revision,
       parent_instance_id as "parentInstanceId", parent_token as "parentToken", started_at as "startedAt",
       ended_at as "endedAt"
     from instance where id = $1 for no key update`,
    [id],
  );
}
