import { ownersOf } from '../DealScope.ts';
import { type Parameter, prepared } from '@dealwright/store';
import type { Viewer } from '../Viewer.ts';
import type { TaskView } from './TaskRow.ts';

export interface ViewFilter {
  readonly now: number;
  readonly processId: string | null;
  /** pattern for `ilike` over deal and account, or null */
  readonly pattern: string | null;
  /** rows after this (sort key, task id) */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** A statement that gives `sort` and `id` of the tasks of one view, in the order they are shown. */
export interface ViewQuery {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/**
 * For a row `t` with the columns of a task. The deal is looked up row by row: as an `exists` the planner would join, and
 * match the names of all deals first.
 */
export const FILTER = `
  and ($2::text is null or t.process_id = $2)
  and ($3::text is null or coalesce((
    select d.name ilike $3 or (select a.name ilike $3 from account a where a.id = d.account_id)
    from deal d where d.instance_id = t.instance_id), false))`;

export function viewSql(view: TaskView, viewer: Viewer, filter: ViewFilter): ViewQuery {
  const { processId, pattern, limit } = filter;
  if (view === 'done') {
    const [sort, id] = filter.after ?? ['infinity', '\u{10FFFF}'];
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
  const sql = listSql(view, viewer, filter);
  // what is looked for in names decides about the plan
  return { sql: pattern === null ? prepared(sql) : sql, parameters: listParameters(viewer, filter) };
}

/** The views that are read from lists: what is assigned to the viewer, and what is offered to their principals. */
export type ListView = Exclude<TaskView, 'done' | 'team'>;

/**
 * What a list's statements bind: $1 principals, $2 process, $3 pattern, $4 and $5 the key to begin after, $6 the limit,
 * $7 the viewer, $8 the time.
 */
export function listParameters(viewer: Viewer, filter: ViewFilter): readonly Parameter[] {
  const { processId, pattern, limit, now } = filter;
  return [viewer.principals, processId, pattern, ...afterOf(filter), limit, viewer.id, new Date(now)];
}

function afterOf({ after }: ViewFilter): readonly [string, string] {
  return after ?? ['-infinity', ''];
}

/**
 * The first rows of the lists of a view, merged in the order of their keys: `due`, `task_id`, and of the task
 * `instance_id` and `process_id`. Each list is read along its index, and none further than the page needs: a sort over
 * `principal = any(…)` would read every open task of a role before it could show the first fifty. A task that is on two
 * of the lists comes twice.
 */
export function firstOf(
  view: ListView,
  viewer: Viewer,
  options: {
    /** `FILTER` or nothing */
    readonly filter: string;
    /** rows at most, in SQL */
    readonly limit: string;
    /** whether the tasks are looked up; without, a list has nothing but its keys */
    readonly tasks: boolean;
  },
): string {
  const { filter, limit, tasks } = options;
  const before = (due: string) => (view === 'overdue' ? `and ${due} < $8::timestamptz` : '');
  const due = `coalesce(due_at, 'infinity')`;
  // a task is on the list of whoever has it, or while nobody has it on those it is offered to; each list in a fence of
  // its own, for else the planner does not see that its index gives the order
  const assigned = `(select ${due} as due, id as task_id from open_task
    where ('p:' || assignee_id) = 'p:' || $7 and (${due}, id) > ($4::timestamptz, $5) ${before(due)}
    order by ${due}, id offset 0)`;
  const offered = viewer.principals.map(
    (_, at) => `(select due, task_id from offered_task
    where principal = ($1::text[])[${at + 1}] and (due, task_id) > ($4::timestamptz, $5) ${before('due')}
    order by due, task_id offset 0)`,
  );
  const lists = { mine: [assigned], unclaimed: offered, overdue: [assigned, ...offered] }[view];
  if (lists.length === 0) lists.push(`select null::timestamptz as due, null as task_id where false`);
  return `select w.due, w.task_id ${tasks ? ', t.instance_id, t.process_id' : ''} from (${lists.join(' union all ')}) w
    ${tasks ? 'join open_task t on t.id = w.task_id' : ''} where ${ALL_USED} ${filter}
    order by w.due, w.task_id limit ${limit}`;
}

/** A statement may not leave a parameter unused. */
export const ALL_USED = `($1::text[] is null or $2::text is null or $3::text is null or $7::text is null
  or $8::timestamptz is null or true)`;

function listSql(view: ListView, viewer: Viewer, { processId, pattern }: ViewFilter): string {
  const tasks = processId !== null || pattern !== null;
  // so many that a page is full when each of them came as often as there are lists
  const limit = `($6::integer * ${viewer.principals.length + 1})`;
  const first = firstOf(view, viewer, { filter: tasks ? FILTER : '', limit: view === 'mine' ? '$6' : limit, tasks });
  return `select distinct due as sort, task_id as id from (${first}) found order by 1, 2 limit $6`;
}
