import type { CommitPlan } from '@dealwright/store';

/** What the completion of a task led to. */
export interface Completed {
  readonly instanceId: string;
  /** ids of the tasks that this one led to */
  readonly nextTasks: readonly string[];
  readonly finished: boolean;
  /** those tasks as they were opened; absent when a command is repeated: they may have changed since */
  readonly opened?: readonly OpenedTask[];
}

export interface OpenedTask extends Pick<
  CommitPlan['tasks'][number],
  'nodeId' | 'assigneeId' | 'candidates' | 'dueAt'
> {
  readonly id: string;
}
