import type { CompleteResult, TaskRow } from '@dealwright/api/contract';

/**
 * Which task to open after one is done: the deal's next one when it is mine (the customer is on the line), else the
 * one below in the list, else the one above; null when the list is empty.
 */
export function nextTask(rows: readonly TaskRow[], doneId: string, result: CompleteResult): string | null {
  const follows = result.nextTasks.find((task) => task.mine);
  if (follows) return follows.id;
  const index = rows.findIndex((row) => row.id === doneId);
  return rows[index + 1]?.id ?? rows[index - 1]?.id ?? null;
}
