import { type EntityManager, prepared, query } from '@dealwright/store';
import type { Viewer } from '../Viewer.ts';
import { afterOf, LAST_KEY, type ListView, type ViewFilter } from './viewSql.ts';

export interface TaskKey {
  readonly sort: string;
  readonly id: string;
}

const FILTERED = prepared(
  'select due as sort, id from filtered_tasks($1, $2, $3::text[], $4, $5, $6, $7, $8, $9, $10)',
);

/**
 * The keys of a list that is filtered by process or text, however long the list is and however rare what is looked
 * for; see `filteredTasksFunction`.
 */
export function filteredKeys(
  em: EntityManager,
  view: ListView,
  viewer: Viewer,
  filter: ViewFilter,
): Promise<readonly TaskKey[]> {
  const { processId, search, now, limit } = filter;
  const end = view === 'overdue' ? [new Date(now), ''] : LAST_KEY;
  return query<TaskKey>(em, FILTERED, [
    viewer.id,
    view !== 'unclaimed',
    view === 'mine' ? [] : viewer.principals,
    processId,
    search,
    ...afterOf(filter),
    ...end,
    limit,
  ]);
}
