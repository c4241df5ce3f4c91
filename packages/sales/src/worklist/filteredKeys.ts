import { type EntityManager, query } from '@dealwright/store';
import type { Viewer } from '../Viewer.ts';
import { CONDITION, FILTER, listParameters, type ListView, type ViewFilter, viewSql } from './viewSql.ts';

export interface TaskKey {
  readonly sort: string;
  readonly id: string;
}

/** So far down each list is looked first. */
const DEPTH = 300;

/**
 * The keys of a list that is filtered by process or text, however long the list is and however rare what is looked
 * for. What is common is met soon on the way down the list; what is rare is found by its own index (`name_pairs` of
 * deals and accounts, the instances of a process) and then looked up on the list. Which of the two it is shows on the
 * first rows of the list; a list that ends there needs nothing more.
 */
export async function filteredKeys(
  em: EntityManager,
  view: ListView,
  viewer: Viewer,
  filter: ViewFilter & { readonly search: string | null },
): Promise<readonly TaskKey[]> {
  const parameters = listParameters(view, viewer, filter);
  const looked = await query<{ sort: string | null; id: string; sure: boolean; whole: boolean }>(
    em,
    lookSql(CONDITION[view]),
    parameters,
  );
  const met = looked.filter((row): row is TaskKey & typeof row => row.sort !== null);
  const sure = met.filter((row) => row.sure);
  if (looked[0]?.whole === true || sure.length >= filter.limit) return sure;
  const byText = filter.search !== null && filter.search.length > 1;
  // one character has no pair, and would be found everywhere
  if (met.length > 0 || !(byText || filter.search === null)) {
    const { sql, parameters: all } = viewSql(view, viewer, filter);
    return query<TaskKey>(em, sql, all);
  }
  return byText
    ? query<TaskKey>(em, rareSql(CONDITION[view], DEALS_NAMED), [...parameters, filter.search])
    : query<TaskKey>(em, rareSql(CONDITION[view], INSTANCES_OF), parameters);
}

/**
 * What passes the filter among the first rows of each list. `sure`: nothing that was not looked at comes before it;
 * `whole`: there is nothing else. One row at least, without a key when nothing passes.
 */
function lookSql(condition: string): string {
  return `with seen as materialized (
      select principal.key as principal, t.* from unnest($1::text[]) as principal(key)
      cross join lateral (
        select w.due, w.task_id, t.instance_id, t.process_id,
          row_number() over (order by w.due, w.task_id) as place
        from worklist w join open_task t on t.id = w.task_id
        where w.principal = principal.key and (w.due, w.task_id) > ($4::timestamptz, $5) and ${condition}
        order by w.due, w.task_id limit ${DEPTH}) t),
    edge as (select due, task_id from seen where place = ${DEPTH} order by due, task_id limit 1),
    passed as (select distinct t.due, t.task_id from seen t where true ${FILTER})
    select passed.due as sort, passed.task_id as id, edge.due is null as whole,
      edge.due is null or (passed.due, passed.task_id) <= (edge.due, edge.task_id) as sure
    from (select 1) one left join edge on true left join passed on true order by 1, 2 limit $6`;
}

/** By their names; $9 is what was typed. */
const DEALS_NAMED = `
  select d.instance_id from deal d where name_pairs(d.name) @> name_pairs($9::text) and d.name ilike $3
  union
  select d.instance_id from account a join deal d on d.account_id = a.id
  where name_pairs(a.name) @> name_pairs($9::text) and a.name ilike $3`;

const INSTANCES_OF = `select id from instance where process_id = $2 and status = 'active'`;

/** What of some instances is on the lists. One by one, so that the planner is not led to read whole tables. */
function rareSql(condition: string, instances: string): string {
  return `with hit(instance_id) as materialized (${instances})
    select distinct found.due as sort, found.task_id as id from hit cross join lateral (
      select w.due, w.task_id from open_task t join worklist w on w.task_id = t.id
      where t.instance_id = hit.instance_id and w.principal = any($1::text[])
        and (w.due, w.task_id) > ($4::timestamptz, $5) and ${condition}
        and ($2::text is null or t.process_id = $2) and ($3::text is null or true) offset 0) found
    order by 1, 2 limit $6`;
}
