import type { SqlEntityManager } from '@mikro-orm/sql';
import { query, queryOne } from '../query.ts';
import { transaction } from '../transaction.ts';

/**
 * Names in `leaving` the instances whose history is to go: ended for longer than their process keeps them, with nothing
 * above them still running. Those of an earlier run that were not exported are named anew.
 *
 * It goes by what history there still is, so that it takes no longer however many instances have lost theirs.
 *
 * @param now epoch milliseconds
 * @returns how many are named and not exported
 */
export async function chooseLeaving(em: SqlEntityManager, now: number): Promise<number> {
  return transaction(em, async (tx) => {
    await query(tx, 'delete from leaving where not exported');
    const kept = await query<{ processId: string; before: string }>(
      tx,
      `select substr(subject, 9) as "processId", $1::timestamptz - days * interval '1 day' as before
       from retention where subject like 'process:%' order by 1`,
      [new Date(now)],
    );
    for (const { processId, before } of kept)
      await query(
        tx,
        `insert into leaving (instance_id, revision)
         select i.id, i.revision
         from (select distinct instance_id from step where process_id = $1 and at < $2::timestamptz) old
         join instance i on i.id = old.instance_id
         where i.status <> 'active' and i.ended_at < $2::timestamptz and not exists (
           select 1 from instance parent where parent.id = i.parent_instance_id and parent.status = 'active')
         on conflict (instance_id) do nothing`,
        [processId, before],
      );
    const counted = await queryOne<{ n: number }>(tx, 'select count(*) as n from leaving where not exported');
    return counted?.n ?? 0;
  });
}
