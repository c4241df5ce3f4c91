import { DealwrightError } from '@dealwright/store';

/** Somebody else has the task. `details.by` is a person's id, `details.since` ISO 8601. */
export class TaskTaken extends DealwrightError {
  constructor(taskId: string, by: string, since: string) {
    super(
      'task-taken',
      { en: 'This task has been taken by someone else.', zh: '该待办已被他人认领。' },
      { taskId, by, since },
    );
  }
}
