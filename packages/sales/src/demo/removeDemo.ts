import { type EntityManager, query, setOffered, transaction } from '@dealwright/store';
import type { SalesDeps } from '../SalesDeps.ts';
import { writeAudit } from '../writeAudit.ts';

/**
 * Removes everything marked `demo`, in one transaction, and touches nothing else. What something real has come to rest
 * on stays and loses the mark: an account or product of a real deal, and a person who owns or has done something real,
 * who is then disabled, their open tasks put before the managers. Does nothing when there is no demo.
 */
export async function removeDemo(deps: SalesDeps, request: { readonly actorId: string | null }): Promise<void> {
  await transaction(deps.em(), async (em) => {
    await query(em, `select pg_advisory_xact_lock(hashtext('demo'))`);
    const there = await query(em, `select id from person where demo union all select id from deal where demo limit 1`);
    if (there.length === 0) return;
    await removeDeals(em);
    await query(em, `update account set demo = false where demo and id in (select account_id from deal)`);
    await query(em, `delete from account where demo`);
    await query(em, `update product set demo = false where demo and id in (select product_id from deal)`);
    await query(em, `delete from product where demo`);
    await removePeople(em);
    await query(em, `update team set demo = false where demo and id in (select team_id from person)`);
    await query(em, `delete from team where demo`);
    await writeAudit(em, deps, {
      actorId: request.actorId,
      action: 'demo.remove',
      subjectType: 'demo',
      subjectId: 'demo',
      before: null,
      after: null,
    });
  });
}

async function removeDeals(em: EntityManager): Promise<void> {
  // instances before deals, as a task's completion takes them: else the two could wait for each other
  await query(
    em,
    `select i.id from instance i where i.id in (select instance_id from deal where demo) order by i.id for update`,
  );
  const deals = await query<{ id: string; instanceId: string }>(
    em,
    `delete from deal where demo returning id, instance_id as "instanceId"`,
  );
  const ids = deals.map((deal) => deal.id);
  const called = await query<{ id: string }>(
    em,
    `with recursive run as (
       select unnest($1::text[]) as id
       union select i.id from instance i join run on i.parent_instance_id = run.id)
     select id from run`,
    [deals.map((deal) => deal.instanceId)],
  );
  const instances = called.map((run) => run.id);
  await query(
    em,
    `delete from audit where (subject_type = 'deal' and subject_id = any($1::text[]))
       or (subject_type = 'instance' and subject_id = any($2::text[]))
       or (subject_type = 'task' and subject_id in (select id from task where instance_id = any($2::text[])))`,
    [ids, instances],
  );
  await query(
    em,
    `delete from offered_task where task_id in (select id from open_task where instance_id = any($1::text[]))`,
    [instances],
  );
  await query(
    em,
    `delete from closed_task where id in (
       select s.instance_id || ':' || token from step s, unnest(s.tokens) as token
       where s.instance_id = any($1::text[]))`,
    [instances],
  );
  for (const table of OF_INSTANCES) {
    await query(em, `delete from ${table} where instance_id = any($1::text[])`, [instances]);
  }
  await query(em, `delete from instance where id = any($1::text[])`, [instances]);
}

/** What belongs to an instance and goes with it. */
const OF_INSTANCES = ['step', 'command_log', 'open_task', 'standing_token', 'job', 'subscription', 'incident'] as const;

async function removePeople(em: EntityManager): Promise<void> {
  const demo = `(select id from person where demo)`;
  await query(em, `delete from session where person_id in ${demo}`);
  await query(em, `delete from one_time_link where person_id in ${demo}`);
  await query(em, `update person set manager_id = null where manager_id in ${demo}`);
  const kept = await query<{ id: string }>(
    em,
    `update person p set demo = false, active = false, password_hash = null,
       email = 'former-' || lower(p.id) || '@demo.example' /* the demo may come again, with the addresses it had */
     where demo and (exists (select 1 from deal where owner_id = p.id)
       or exists (select 1 from task where assignee_id = p.id or completed_by = p.id)
       or exists (select 1 from model where draft_by = p.id)
       or exists (select 1 from deployment where deployed_by = p.id)
       or exists (select 1 from history where actor_id = p.id))
     returning id`,
  );
  const freed = await query<{ id: string }>(
    em,
    `update open_task set assignee_id = null, candidates = array['r:manager'], revision = revision + 1
     where assignee_id = any($1::text[]) returning id`,
    [kept.map((person) => person.id)],
  );
  const ids = freed.map((task) => task.id);
  await setOffered(em, ids, ['r:manager']);
  await query(em, `delete from person where demo`);
}
