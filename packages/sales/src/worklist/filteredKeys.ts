import { type EntityManager, prepared, query } from '@dealwright/store';
import type { Viewer } from '../Viewer.ts';
import { ALL_USED, FILTER, firstOf, listParameters, type ViewFilter, viewSql } from './viewSql.ts';

export interface TaskKey {
  readonly sort: string;
  readonly id: string;
}

/** Views of lists that others have too, and that may be of any length. */
export type SharedView = 'unclaimed' | 'overdue';

/** So far down the lists is looked first. */
const DEPTH = 100;

/**
 * The keys of a list that is filtered by process or text, however long the list is and however rare what is looked
 * for. What is common is met soon on the way down the list; what is rare is found by its own index (`name_pairs` of
 * deals and accounts, the instances of a process) and then looked up on the list. Which of the two it is shows on the
 * first rows of the list; a list that ends there needs nothing more.
 */
export async function filteredKeys(
  em: EntityManager,
  view: SharedView,
  viewer: Viewer,
  filter: ViewFilter & { readonly search: string | null },
): Promise<readonly TaskKey[]> {
  const parameters = listParameters(viewer, filter);
  const looked = await query<{ sort: string | null; id: string; whole: boolean }>(
    em,
    prepared(lookSql(view, viewer)),
    parameters,
  );
  const met = looked.filter((row): row is TaskKey & typeof row => row.sort !== null);
  if (looked[0]?.whole === true || met.length >= filter.limit) return met;
  const byText = filter.search !== null && filter.search.length > 1;
  // one character has no pair, and would be found everywhere
  if (met.length > 0 || !(byText || filter.search === null)) {
    const { sql, parameters: all } = viewSql(view, viewer, filter);
    return query<TaskKey>(em, sql, all);
  }
  return byText
    ? query<TaskKey>(em, prepared(rareSql(view, DEALS_NAMED)), [...parameters, filter.search])
    : query<TaskKey>(em, prepared(rareSql(view, INSTANCES_OF)), parameters);
}

/**
 * What passes the filter among the first rows of the lists. `whole`: there is nothing else. One row at least, without a
 * key when nothing passes.
 */
function lookSql(view: SharedView, viewer: Viewer): string {
  return `with seen as materialized (${firstOf(view, viewer, { filter: '', limit: String(DEPTH), tasks: true })}),
    passed as (select distinct t.due, t.task_id from seen t where ${ALL_USED} ${FILTER})
    select passed.due as sort, passed.task_id as id, seen.count < ${DEPTH} as whole
    from (select count(*) from seen) seen left join passed on true order by 1, 2 limit $6`;
}

/** By their names; $9 is what was typed. */
const DEALS_NAMED = `
  select d.instance_id from deal d where name_pairs(d.name) @> name_pairs($9::text) and d.name ilike $3
  union
  select d.instance_id from account a join deal d on d.account_id = a.id
  where name_pairs(a.name) @> name_pairs($9::text) and a.name ilike $3`;

const INSTANCES_OF = `select id from instance where process_id = $2 and status = 'active'`;

const OFFERED = `t.assignee_id is null and exists (
  select 1 from offered_task w where w.task_id = t.id and w.principal = any($1::text[]))`;
const ON_LIST: Readonly<Record<SharedView, string>> = {
  unclaimed: OFFERED,
  overdue: `t.due_at < $8::timestamptz and (t.assignee_id = $7 or ${OFFERED})`,
};

/** What of some instances is on the lists. One by one, so that the planner is not led to read whole tables. */
function rareSql(view: SharedView, instances: string): string {
  return `with hit(instance_id) as materialized (${instances})
    select found.due as sort, found.id from hit cross join lateral (
      select coalesce(t.due_at, 'infinity') as due, t.id from open_task t
      where t.instance_id = hit.instance_id and ${ON_LIST[view]}
        and (coalesce(t.due_at, 'infinity'), t.id) > ($4::timestamptz, $5)
        and ($2::text is null or t.process_id = $2) and ${ALL_USED} offset 0) found
    order by 1, 2 limit $6`;
}
