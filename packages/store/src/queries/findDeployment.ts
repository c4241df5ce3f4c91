import type { SqlEntityManager } from '@mikro-orm/sql';
import type { DecisionFile } from '../DecisionFile.ts';
import { queryOne } from '../query.ts';

export interface DeploymentRow {
  readonly id: string;
  readonly processId: string;
  readonly xml: string;
  readonly decisions: readonly DecisionFile[];
}

export function findDeployment(em: SqlEntityManager, id: string): Promise<DeploymentRow | null> {
  return queryOne<DeploymentRow>(
    em,
    `select id, process_id as "processId", xml, decisions from deployment where id = $1`,
    [id],
  );
}

/** Id of the newest version of a process, or null when it was never deployed. */
export async function latestDeploymentId(em: SqlEntityManager, processId: string): Promise<string | null> {
  const row = await queryOne<{ id: string }>(
    em,
    'select id from deployment where process_id = $1 order by version desc limit 1',
    [processId],
  );
  return row?.id ?? null;
}
