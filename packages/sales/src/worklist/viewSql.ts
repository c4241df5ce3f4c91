import { ownersOf } from '../DealScope.ts';
import type { Parameter } from '@dealwright/store';
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

/** For a row `t` with the columns of a task. */
export const FILTER = `
  and ($2::text is null or t.process_id = $2)
  and ($3::text is null or exists (
    select 1 from deal d left join account a on a.id = d.account_id
    where d.instance_id = t.instance_id and (d.name ilike $3 or a.name ilike $3)))`;

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
  return { sql: fromWorklist(CONDITION[view]), parameters: listParameters(view, viewer, filter) };
}

/** The views that are read from the lists of the viewer's principals. */
export type ListView = Exclude<TaskView, 'done' | 'team'>;

/**
 * What `viewSql` binds for a list: $1 principals, $2 process, $3 pattern, $4 and $5 the key to begin after, $6 the limit,
 * $7 the viewer, $8 the time. What is assigned to somebody is on no other list than theirs: for `mine` one is read.
 */
export function listParameters(view: ListView, viewer: Viewer, filter: ViewFilter): readonly Parameter[] {
  const { processId, pattern, limit, now } = filter;
  const principals = view === 'mine' ? [`p:${viewer.id}`] : viewer.principals;
  return [principals, processId, pattern, ...afterOf(filter), limit, viewer.id, new Date(now)];
}

function afterOf({ after }: ViewFilter): readonly [string, string] {
  return after ?? ['-infinity', ''];
}

/**
 * Of rows `w` and `t`. Both parameters are named in each condition: a statement may not leave one unused.
 */
export const CONDITION = {
  mine: `t.assignee_id = $7 and $8::timestamptz is not null`,
  unclaimed: `t.assignee_id is null and $7::text is not null and $8::timestamptz is not null`,
  overdue: `(t.assignee_id = $7 or t.assignee_id is null) and w.due < $8::timestamptz`,
} as const;

/**
 * One narrow index range per principal, merged: a sort over `principal = any(…)` would read every open task of a role
 * before it could show the first fifty. A task that reaches a person in two ways is shown once.
 */
function fromWorklist(condition: string): string {
  return `select distinct found.due as sort, found.task_id as id
    from unnest($1::text[]) as principal(key)
    cross join lateral (
      select w.due, w.task_id from worklist w join open_task t on t.id = w.task_id
      where w.principal = principal.key and (w.due, w.task_id) > ($4::timestamptz, $5) and ${condition} ${FILTER}
      order by w.due, w.task_id limit $6) found
    order by 1, 2 limit $6`;
}
