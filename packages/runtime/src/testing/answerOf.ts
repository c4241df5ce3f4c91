import type { Completed } from '../tasks/Completed.ts';

/** What a completion answers every time: how its tasks were opened is told only once. */
export function answerOf({ instanceId, nextTasks, finished }: Completed): Completed {
  return { instanceId, nextTasks, finished };
}
