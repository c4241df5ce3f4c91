import type { SqlEntityManager } from '@mikro-orm/sql';
import { queryOne } from '../query.ts';

export interface LoggedCommand {
  readonly instanceId: string | null;
  readonly result: unknown;
}

/** What a command answered when it was done, or null when it has not been. */
export function findCommand(em: SqlEntityManager, commandId: string): Promise<LoggedCommand | null> {
  return queryOne(em, `select instance_id as "instanceId", result from command_log where id = $1`, [commandId]);
}
