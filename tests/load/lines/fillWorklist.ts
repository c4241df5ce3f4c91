import { query, type Store } from '../../../packages/store/src/index.ts';

/** What is on the lists; each size has the same shares, so that a page is as full on both. */
export interface Filled {
  readonly tasks: number;
  readonly people: number;
}

const GROUPS = 20;
const PER_PERSON = 300;
/** events of a step; a step is what one command did */
const EVENTS = 10;
const NODE = 'task_0';

/**
 * Fills a database with open tasks, an instance and a deal each, and ten events of history a task over the last twelve
 * months. Six of ten tasks are somebody's, three are on the list of one of twenty groups, one is on the list of all
 * reps. Due from thirty days ago to ninety days ahead; three of ten are of another process, one of ten thousand of
 * a third.
 */
export async function fillWorklist(store: Store, deploymentId: string, tasks: number): Promise<Filled> {
  const people = Math.max(1, Math.round((tasks * 0.6) / PER_PERSON));
  const run = (sql: string) => query(store.em(), sql);
  await run(
    `insert into person (id, name, email, roles, groups, created_at)
     select 'p' || n, 'Person ' || n, n || '@example.com', '{rep}', array['g' || n % ${GROUPS}], now()
     from generate_series(0, ${people - 1}) n`,
  );
  // indexes that are dear to keep up row by row are made at the end
  const dear = await query<{ name: string; made: string }>(
    store.em(),
    `select indexname as name, indexdef as made from pg_indexes where indexname in ('deal_name_parts', 'account_name_parts')`,
  );
  for (const { name } of dear) await run(`drop index ${name}`);
  await run(
    `insert into account (id, name, created_at)
     select 'a' || n, initcap(translate(substr(md5('a' || n), 1, 7), '0123456789', 'ghijklmnop')) || ' '
       || (array['Trading', 'Systems', 'Foods', '科技', 'Logistics', 'Health'])[1 + n % 6] || ' ' || n, now()
     from generate_series(0, ${Math.ceil(tasks / 20)}) n`,
  );
  await run(
    `insert into instance (id, deployment_id, process_id, status, stage, state, revision, started_at)
     select 'i' || n, '${deploymentId}', case when n % 10000 = 7 then 'rare' when (hashint4(n) & 2147483647) % 10 < 3 then 'other' else 'sale' end,
       'active', 'offer', '{"v": 1, "status": "active", "next": 3}', 2, now()
     from generate_series(1, ${tasks}) n`,
  );
  await run(
    `insert into deal (id, name, account_id, owner_id, instance_id, value, created_at, updated_at)
     select 'd' || n, initcap(translate(substr(md5('d' || n), 1, 6), '0123456789', 'ghijklmnop'))
         || (array[' renewal', ' rollout', ' upgrade', '采购项目'])[1 + (hashint4(n) & 2147483647) % 4],
       'a' || n % ${Math.ceil(tasks / 20)}, 'p' || n % ${people}, 'i' || n, n % 9000, now(), now()
     from generate_series(1, ${tasks}) n`,
  );
  const due = `date_trunc('hour', now()) + (n * 7919::bigint % 172800 - 43200) * interval '1 minute'`;
  await run(
    `insert into open_task (id, instance_id, token, deployment_id, process_id, node_id, assignee_id, candidates, created_at,
       due_at)
     select i.id || ':1', i.id, 1, i.deployment_id, i.process_id, '${NODE}',
       case when n % 10 < 6 then 'p' || n / 10 % ${people} end, '{}', now(), ${due}
     from instance i, lateral (select substr(i.id, 2)::integer as n) numbered`,
  );
  await run(
    `insert into offered_task (principal, due, task_id)
     select case when n % 10 < 9 then 'g:g' || n / 10 % ${GROUPS} else 'r:rep' end, due_at, id
     from open_task t, lateral (select substr(t.instance_id, 2)::integer as n) numbered
     where assignee_id is null`,
  );
  await run(
    `insert into step (instance_id, seq, process_id, at, actor_id, types, elements, tokens)
     select 'i' || n, 1, 'sale', now() - n % 8760 * interval '1 hour', 'p' || n % ${people}, 'eltelteltt',
       '{start,start,f0,task_0,task_0,f1,check,check,f2,f3}', '{1,1,1,1,1,1,1,1,1,2}'
     from generate_series(1, ${tasks}) n`,
  );
  for (const { made } of dear) await run(made);
  await run('vacuum (analyze)');
  const counted = await query<{ tasks: number; events: number }>(
    store.em(),
    'select (select count(*) from open_task) as tasks, (select sum(cardinality(elements)) from step) as events',
  );
  if (counted[0]?.tasks !== tasks || counted[0].events !== tasks * EVENTS)
    throw new Error(`filled with ${JSON.stringify(counted)}`);
  return { tasks, people };
}
