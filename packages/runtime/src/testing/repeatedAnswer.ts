import type { Completed } from '../tasks/Completed.ts';

/** What a repeat of a completion answers: how its tasks were opened is told only once. */
export function repeatedAnswer({ instanceId, nextTasks, finished }: Completed): Completed {
  return { instanceId, nextTasks, finished };
}
