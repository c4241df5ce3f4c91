import { type EntityManager, query } from '@dealwright/store';

/**
 * Writes the closing facts of a deal that was made for an instance that was over by then: when, and for a won one the
 * value at that moment. Does nothing to an open deal or one that is settled already. Whatever ends an instance that has
 * its deal writes them with it, see `commitFunction`.
 */
export async function settleDeal(em: EntityManager, instanceId: string): Promise<void> {
  await query(
    em,
    `update deal d set closed_at = i.ended_at, updated_at = i.ended_at,
            close_value = case when i.outcome = 'won' then d.value else d.close_value end
     from instance i
     where i.id = d.instance_id and i.id = $1 and i.status <> 'active' and i.ended_at is not null and d.closed_at is null`,
    [instanceId],
  );
}
