import { BY_INDEXES } from './byIndexes.ts';
import { RARE } from './nameParts.ts';

/** Rows of the lists that are looked through first. */
const FIRST = 60;
/** And then at a time. */
const LEAST = 30;
const MOST = 1000;

const DUE = `coalesce(t.due_at, 'infinity')`;

/** The instance of task `k`, without a look at it: its id is `<instance id>:<token>`. */
const INSTANCE = `rtrim(rtrim(k.id, '0123456789'), ':')`;

/**
 * Whether task `k` passes. Row by row: as joins the planner would begin with the names of all deals. Accounts are looked
 * up by their names beforehand, unless many are called so.
 */
const PASSES = `
  (process is null or (select t.process_id = process from open_task t where t.id = k.id))
  and (word is null or coalesce((
    select strpos(lower(d.name), word) > 0 or case when accounts is not null then d.account_id = any(accounts)
      else (select strpos(lower(a.name), word) > 0 from account a where a.id = d.account_id) end
    from deal d where d.instance_id = ${INSTANCE}), false))`;

/**
 * A page of a worklist that is filtered by process or text, however long the list is and however rare what is looked
 * for: keys of tasks between two keys, soonest due first. `assigned`: of the viewer's own; `principals`: of those that
 * nobody has and that are offered to one of them.
 *
 * What is common is met soon on the way down the lists; where nothing is met among their first rows, what is rare is
 * found by its own index (`name_parts` of deals and accounts, the instances of a process) and then looked up on the
 * lists. Each list is read along its index and none further than the page needs; a task that is on two counts once.
 *
 * A function, because planning the statements takes longer than running them, and plans made while the tables were small
 * would be kept for when they are not.
 */
export const filteredTasksFunction = `
create or replace function filtered_tasks(viewer text, assigned boolean, principals text[], process text, word text,
  after_due timestamptz, after_id text, before_due timestamptz, before_id text, most integer)
returns table (due timestamptz, id text)
language plpgsql stable set plan_cache_mode = force_generic_plan
${BY_INDEXES} as $$
#variable_conflict use_column
declare
  take integer := ${FIRST};
  looked integer := 0;
  found_rows integer := 0;
  met integer;
  dues timestamptz[];
  ids text[];
  rare text[];
  accounts text[];
begin
  word := lower(word);
  if length(word) > 1 then
    accounts := named_accounts(word);
  end if;
  loop
    select array_agg(f.due order by f.due, f.id), array_agg(f.id order by f.due, f.id) into dues, ids from (
      select distinct l.due, l.id from (
        (select ${DUE} as due, t.id from open_task t
         where assigned and ('p:' || t.assignee_id) = 'p:' || viewer and (${DUE}, t.id) > (after_due, after_id)
           and (${DUE}, t.id) < (before_due, before_id)
         order by ${DUE}, t.id limit take)
        union all
        select o.due, o.task_id from unnest(principals) as p(name) cross join lateral (
          select w.due, w.task_id from offered_task w
          where w.principal = p.name and (w.due, w.task_id) > (after_due, after_id)
            and (w.due, w.task_id) < (before_due, before_id)
          order by w.due, w.task_id limit take) o) l
      order by l.due, l.id limit take) f;
    exit when ids is null;
    return query
    select k.due, k.id from unnest(dues, ids) as k(due, id) where ${PASSES}
    order by k.due, k.id limit most - found_rows;
    get diagnostics met = row_count;
    found_rows := found_rows + met;
    looked := looked + cardinality(ids);
    exit when found_rows >= most or cardinality(ids) < take;
    if found_rows = 0 and looked = take and (word is null or length(word) > 1) then
      if word is null then
        rare := array(select i.id from instance i where i.process_id = process and i.status = 'active' limit ${RARE} + 1);
      else
        rare := named_instances(word);
      end if;
      if cardinality(rare) <= ${RARE} then
        return query
        select distinct hit.due, hit.id from unnest(rare) as r(instance_id) cross join lateral (
          select ${DUE} as due, t.id from open_task t
          where t.instance_id = r.instance_id and (process is null or t.process_id = process)
            and (${DUE}, t.id) > (after_due, after_id) and (${DUE}, t.id) < (before_due, before_id)
            and ((assigned and t.assignee_id = viewer) or (t.assignee_id is null and exists (
              select 1 from offered_task w where w.task_id = t.id and w.principal = any(principals)))) offset 0) hit
        order by 1, 2 limit most;
        return;
      end if;
    end if;
    after_due := dues[cardinality(dues)];
    after_id := ids[cardinality(ids)];
    -- so many that the page is full, if it goes on like this
    take := greatest(${LEAST}, least(${MOST},
      case when found_rows = 0 then take * 4 else (most - found_rows) * looked / found_rows * 9 / 8 end));
  end loop;
end $$`;
