import type { SqlEntityManager } from '@mikro-orm/sql';
import { query } from '../query.ts';

/** Notes a command that commits no plan. False when it had been done before: nothing may be done again. */
export async function logCommand(
  em: SqlEntityManager,
  command: { readonly id: string; readonly instanceId: string | null; readonly result: object; readonly at: string },
): Promise<boolean> {
  const rows = await query(
    em,
    'insert into command_log (id, instance_id, result, at) values ($1, $2, $3::jsonb, $4) on conflict do nothing returning id',
    [command.id, command.instanceId, JSON.stringify(command.result), command.at],
  );
  return rows.length === 1;
}
