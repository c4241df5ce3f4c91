import type { TaskRow } from '@dealwright/api/contract';

export const TASK_GROUPS = ['overdue', 'today', 'week', 'later', 'none'] as const;
export type TaskGroup = (typeof TASK_GROUPS)[number];

/**
 * Tasks by urgency, each group in the order the rows came. A week ends with Sunday (ISO 8601), in the reader's own
 * zone; groups without a task are left out.
 */
export function groupTasks(
  rows: readonly TaskRow[],
  now: number,
): { readonly group: TaskGroup; readonly rows: readonly TaskRow[] }[] {
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  const weekEnd = new Date(midnight);
  weekEnd.setDate(weekEnd.getDate() + ((7 - ((weekEnd.getDay() + 6) % 7)) % 7));
  const groupOf = (row: TaskRow): TaskGroup => {
    if (row.dueAt === null) return 'none';
    const due = Date.parse(row.dueAt);
    if (due < now) return 'overdue';
    if (due < midnight.getTime()) return 'today';
    return due < weekEnd.getTime() ? 'week' : 'later';
  };
  const byGroup = Map.groupBy(rows, groupOf);
  return TASK_GROUPS.flatMap((group) => {
    const found = byGroup.get(group);
    return found ? [{ group, rows: found }] : [];
  });
}
