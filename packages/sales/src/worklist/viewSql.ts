import { ownersOf } from '../DealScope.ts';
import { likePattern } from '../likePattern.ts';
import { type Parameter, prepared } from '@dealwright/store';
import type { Viewer } from '../Viewer.ts';
import type { TaskView } from './TaskRow.ts';

export interface ViewFilter {
  readonly now: number;
  readonly processId: string | null;
  /** text in the names of deal or account, or null */
  readonly search: string | null;
  /** rows after this (sort key, task id) */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** A statement that gives `sort` and `id` of the tasks of one view, in the order they are shown. */
export interface ViewQuery {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** After every key. */
export const LAST_KEY = ['infinity', '\u{10FFFF}'] as const;

/** The views that are read from lists: what is assigned to the viewer, and what is offered to their principals. */
export type ListView = Exclude<TaskView, 'done' | 'team'>;

/**
 * For a row `t` with the columns of a task. The deal is looked up row by row: as an `exists` the planner would join, and
 * match the names of all deals first.
 */
const FILTER = `
  and ($2::text is null or t.process_id = $2)
  and ($3::text is null or coalesce((
    select d.name ilike $3 or (select a.name ilike $3 from account a where a.id = d.account_id)
    from deal d where d.instance_id = t.instance_id), false))`;

export function viewSql(view: TaskView, viewer: Viewer, filter: ViewFilter): ViewQuery {
  const { processId, search, limit } = filter;
  const pattern = likePattern(search);
  if (view === 'done') {
    const [sort, id] = filter.after ?? LAST_KEY;
    return {
      sql: `select t.completed_at as sort, t.id from task t
        where t.status = 'completed' and t.completed_by = $1 ${FILTER}
          and (t.completed_at, t.id) < ($4::timestamptz, $5)
        order by t.completed_at desc, t.id desc limit $6`,
      parameters: [viewer.id, processId, pattern, sort, id, limit],
    };
  }
  if (view === 'team')
    return {
      sql: `select coalesce(t.due_at, 'infinity') as sort, t.id from open_task t
        left join deal own on own.instance_id = t.instance_id
        where ($1::text[] is null or own.owner_id = any($1) or t.assignee_id = any($1))
          ${FILTER} and t.assignee_id is distinct from $7
          and (coalesce(t.due_at, 'infinity'), t.id) > ($4::timestamptz, $5)
        order by 1, 2 limit $6`,
      parameters: [ownersOf(viewer.scope), processId, pattern, ...afterOf(filter), limit, viewer.id],
    };
  if (processId !== null || search !== null) throw new Error('a filtered list is read by filteredKeys');
  const parameters = [viewer.principals, ...afterOf(filter), limit, viewer.id, new Date(filter.now)];
  return { sql: prepared(listSql(view, viewer)), parameters };
}

/** The key to begin after. */
export function afterOf({ after }: ViewFilter): readonly [string, string] {
  return after ?? ['-infinity', ''];
}

/**
 * The first rows of the lists of a view, merged in the order of their keys. Each list is read along its index, and none
 * further than the page needs: a sort over `principal = any(…)` would read every open task of a role before it could
 * show the first fifty. A task may be on two of the lists.
 *
 * $1 principals, $2 and $3 the key to begin after, $4 the limit, $5 the viewer, $6 the time.
 */
function listSql(view: ListView, viewer: Viewer): string {
  const before = (due: string) => (view === 'overdue' ? `and ${due} < $6::timestamptz` : '');
  const due = `coalesce(due_at, 'infinity')`;
  // a task is on the list of whoever has it, or while nobody has it on those it is offered to; each list in a fence of
  // its own, for else the planner does not see that its index gives the order
  const assigned = `(select ${due} as due, id as task_id from open_task
    where ('p:' || assignee_id) = 'p:' || $5 and (${due}, id) > ($2::timestamptz, $3) ${before(due)}
    order by ${due}, id offset 0)`;
  const offered = viewer.principals.map(
    (_, at) => `(select due, task_id from offered_task
    where principal = ($1::text[])[${at + 1}] and (due, task_id) > ($2::timestamptz, $3) ${before('due')}
    order by due, task_id offset 0)`,
  );
  const lists = { mine: [assigned], unclaimed: offered, overdue: [assigned, ...offered] }[view];
  if (lists.length === 0) lists.push(`select null::timestamptz as due, null as task_id where false`);
  // so many that a page is full when each of them came as often as there are lists
  const limit = view === 'mine' ? '$4' : `($4::integer * ${viewer.principals.length + 1})`;
  return `select distinct due as sort, task_id as id from (
    select w.due, w.task_id from (${lists.join(' union all ')}) w where ${ALL_USED}
    order by w.due, w.task_id limit ${limit}) found order by 1, 2 limit $4`;
}

/** A statement may not leave a parameter unused. */
const ALL_USED = '($1::text[] is null or $5::text is null or $6::timestamptz is null or true)';
