import type { SqlEntityManager } from '@mikro-orm/sql';
import { query, queryOne } from '../query.ts';
import { transaction } from '../transaction.ts';
import { dropPartitions } from './dropPartitions.ts';

const BATCH = 500;

/**
 * Deletes the history of the instances that were exported: closed tasks, incidents and steps, and the instance itself
 * unless a deal has it. A partition that has no other history goes as a whole, the rest in small batches. What is broken
 * off is done to its end by the next call. An instance that has changed since it was chosen stays.
 *
 * @returns of how many instances
 */
export async function deleteLeaving(em: SqlEntityManager): Promise<number> {
  await query(
    em,
    `delete from leaving l using instance i where i.id = l.instance_id
       and (i.status = 'active' or i.revision <> l.revision)`,
  );
  await eachBatch(em, async (tx, ids) => {
    await query(
      tx,
      `delete from closed_task where id in (
         select s.instance_id || ':' || token from step s, unnest(s.tokens) token where s.instance_id = any($1::text[]))`,
      [ids],
    );
    await query(tx, 'delete from incident where instance_id = any($1::text[])', [ids]);
  });
  await dropPartitions(em);
  return eachBatch(em, async (tx, ids) => {
    await query(tx, 'delete from step where instance_id = any($1::text[])', [ids]);
    await query(
      tx,
      `delete from instance i where id = any($1::text[]) and not exists (select 1 from deal where instance_id = i.id)`,
      [ids],
    );
    await query(tx, 'delete from leaving where instance_id = any($1::text[])', [ids]);
  });
}

/** Has something done to all that are exported, a transaction a batch; answers how many that were. */
async function eachBatch(
  em: SqlEntityManager,
  work: (tx: SqlEntityManager, ids: readonly string[]) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (let after = ''; ;) {
    const rows = await query<{ id: string }>(
      em,
      `select instance_id as id from leaving where exported and instance_id > $1 order by 1 limit ${BATCH}`,
      [after],
    );
    const ids = rows.map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) return count;
    await transaction(em, (tx) => work(tx, ids));
    count += ids.length;
    after = last;
  }
}

/** From now on what is named may be deleted: it is in a file that will survive, or need not be. */
export async function markExported(em: SqlEntityManager): Promise<number> {
  const row = await queryOne<{ n: number }>(
    em,
    'with marked as (update leaving set exported = true where not exported returning 1) select count(*) as n from marked',
  );
  return row?.n ?? 0;
}
