import { DealwrightError } from '@dealwright/store';

/** The task is closed already: somebody did it, or the process withdrew it. */
export class TaskGone extends DealwrightError {
  constructor(taskId: string, status: string, by: string | null, at: string | null) {
    const done = status === 'completed';
    super(
      'task-gone',
      {
        en: done ? 'This task has already been completed.' : 'This task has been withdrawn by the process.',
        zh: done ? '该待办已被完成。' : '该待办已被流程撤回。',
      },
      { taskId, status, by, at },
    );
  }
}
