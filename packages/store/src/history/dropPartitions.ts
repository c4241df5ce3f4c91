import type { SqlEntityManager } from '@mikro-orm/sql';
import { DatabaseError } from '../DatabaseError.ts';
import { query, queryOne } from '../query.ts';
import { transaction } from '../transaction.ts';

/** How long dropping may wait for those who are at work, and they behind it; the next time will do too. */
const PATIENCE = '300ms';
/** lock_not_available */
const BUSY = '55P03';

/**
 * Drops the partitions that begin before the youngest instance of `leaving` ended and have no step of any other: a
 * thousand times quicker than deleting their rows. One that is in use is left for the next time.
 *
 * @returns their names
 */
export async function dropPartitions(em: SqlEntityManager): Promise<readonly string[]> {
  const candidates = await query<{ name: string }>(
    em,
    `select c.relname as name from pg_inherits h join pg_class c on c.oid = h.inhrelid
     where h.inhparent = 'step'::regclass and c.relname ~ '^step_[0-9]{4}_[0-9]{2}$'
       and to_date(substr(c.relname, 6), 'YYYY_MM') <= (
         select max(i.ended_at) at time zone 'UTC' from leaving l join instance i on i.id = l.instance_id
         where l.exported)
     order by 1`,
  );
  const dropped: string[] = [];
  for (const { name } of candidates) if (await dropIfLeaving(em, name)) dropped.push(name);
  return dropped;
}

async function dropIfLeaving(em: SqlEntityManager, name: string): Promise<boolean> {
  const others = `select 1 from ${name} s
    where not exists (select 1 from leaving l where l.instance_id = s.instance_id and l.exported) limit 1`;
  // without the lock first: most partitions are needed, and nobody is to wait for that answer
  if ((await queryOne(em, others)) !== null) return false;
  try {
    return await transaction(em, async (tx) => {
      await query(tx, `set local lock_timeout = '${PATIENCE}'`);
      await query(tx, `lock table step in access exclusive mode`);
      if ((await queryOne(tx, others)) !== null) return false;
      await query(tx, `drop table ${name}`);
      return true;
    });
  } catch (error) {
    const cause = DatabaseError.from(error);
    if (cause instanceof DatabaseError && cause.sqlState === BUSY) return false;
    throw error;
  }
}
