import type { TaskRow } from '@dealwright/api/contract';
import { expect, it } from 'vitest';
import { groupTasks } from './groupTasks.ts';

// A Wednesday noon, in whatever zone the test runs.
const now = new Date(2026, 10, 25, 12).getTime();
const task = (id: string, due: Date | null) => ({ id, dueAt: due?.toISOString() ?? null }) as TaskRow;
const groupsOf = (rows: TaskRow[], at = now) =>
  Object.fromEntries(groupTasks(rows, at).map(({ group, rows: found }) => [group, found.map((row) => row.id)]));

it('groups by urgency and leaves empty groups out', () => {
  const rows = [
    task('late', new Date(2026, 10, 24)),
    task('tonight', new Date(2026, 10, 25, 23, 59)),
    task('sunday', new Date(2026, 10, 29, 23, 59)),
    task('monday', new Date(2026, 10, 30, 0, 1)),
    task('some day', null),
  ];
  expect(groupsOf(rows)).toEqual({
    overdue: ['late'],
    today: ['tonight'],
    week: ['sunday'],
    later: ['monday'],
    none: ['some day'],
  });
  expect(groupsOf([])).toEqual({});
});

it('has no rest of the week on a Sunday', () => {
  const sunday = new Date(2026, 10, 29, 12).getTime();
  expect(groupsOf([task('monday', new Date(2026, 10, 30, 9))], sunday)).toEqual({ later: ['monday'] });
});

it('calls a task of some minutes ago overdue, not of today', () => {
  expect(groupsOf([task('just', new Date(now - 60_000))])).toEqual({ overdue: ['just'] });
});
