import { type EntityManager, query, queryOne } from '@dealwright/store';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Page } from '../Page.ts';
import type { ReadDeps, Viewer } from '../Viewer.ts';
import { filteredKeys, type TaskKey } from './filteredKeys.ts';
import { taskRows } from './taskRows.ts';
import type { TaskCounts, TaskRow, TaskView } from './TaskRow.ts';
import { type ViewFilter, viewSql } from './viewSql.ts';

export interface TaskListRequest {
  readonly view: TaskView;
  readonly processId?: string | undefined;
  /** in deal and account names */
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * One page of a worklist, soonest due first, paged by key.
 *
 * mine: assigned to the viewer · unclaimed: anybody's, and the viewer may claim it · overdue: of those two, what was
 * due before now · team: open, of deals or people in the viewer's scope, without the viewer's own · done: completed by
 * the viewer, newest first.
 */
export async function listTasks(deps: ReadDeps, viewer: Viewer, request: TaskListRequest): Promise<Page<TaskRow>> {
  const em = deps.em();
  const after = request.cursor === undefined ? null : (decodeCursor(request.cursor, 2) as [string, string]);
  const keys = await keysOf(em, request.view, viewer, {
    now: deps.now(),
    processId: request.processId ?? null,
    search: request.search?.trim() || null,
    after,
    limit: request.limit + 1,
  });
  const shown = keys.slice(0, request.limit);
  const last = shown.at(-1);
  return {
    rows: await taskRows(
      em,
      deps,
      shown.map((key) => key.id),
      { open: request.view !== 'done' },
    ),
    cursor: keys.length > request.limit && last ? encodeCursor([last.sort, last.id]) : null,
  };
}

function keysOf(em: EntityManager, view: TaskView, viewer: Viewer, filter: ViewFilter): Promise<readonly TaskKey[]> {
  if (view !== 'team' && view !== 'done' && (filter.processId ?? filter.search) !== null)
    return filteredKeys(em, view, viewer, filter);
  const { sql, parameters } = viewSql(view, viewer, filter);
  return query<TaskKey>(em, sql, parameters);
}

/** Counting stops here: nobody's day depends on whether it is 1,000 tasks or more. */
export const COUNT_CAP = 1000;

/** How many tasks each view holds, at most `COUNT_CAP`. */
export async function countTasks(deps: ReadDeps, viewer: Viewer): Promise<TaskCounts> {
  const em = deps.em();
  const count = async (view: TaskView) => countView(em, deps, viewer, view);
  return {
    mine: await count('mine'),
    unclaimed: await count('unclaimed'),
    overdue: await count('overdue'),
    team: await count('team'),
  };
}

async function countView(em: EntityManager, deps: ReadDeps, viewer: Viewer, view: TaskView): Promise<number> {
  const { sql, parameters } = viewSql(view, viewer, {
    now: deps.now(),
    processId: null,
    search: null,
    after: null,
    limit: COUNT_CAP,
  });
  const counted = await queryOne<{ n: number }>(em, `select count(*) as n from (${sql}) counted`, parameters);
  return counted?.n ?? 0;
}
