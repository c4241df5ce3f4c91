import type { SqlEntityManager } from '@mikro-orm/sql';
import { query } from '../query.ts';

/** For how many days something is kept; what has no row here is kept for ever. */
export interface KeptFor {
  /** `process:<process id>`: from the end of an instance on; `audit`: from the entry on */
  readonly subject: string;
  readonly days: number;
}

export const AUDIT = 'audit';

/** The subject of a process. */
export function processSubject(processId: string): string {
  return `process:${processId}`;
}

export function readRetention(em: SqlEntityManager): Promise<readonly KeptFor[]> {
  return query<KeptFor>(em, 'select subject, days from retention order by subject');
}

/** `days` null: for ever. `at`: ISO 8601. */
export async function setRetention(
  em: SqlEntityManager,
  change: {
    readonly subject: string;
    readonly days: number | null;
    readonly at: string;
    readonly actorId: string | null;
  },
): Promise<void> {
  const { subject, days, at, actorId } = change;
  if (days === null) await query(em, 'delete from retention where subject = $1', [subject]);
  else
    await query(
      em,
      `insert into retention (subject, days, updated_at, updated_by) values ($1, $2, $3, $4)
       on conflict (subject) do update set days = excluded.days, updated_at = excluded.updated_at,
         updated_by = excluded.updated_by`,
      [subject, days, at, actorId],
    );
}
