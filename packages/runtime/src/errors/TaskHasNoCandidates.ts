import { DealwrightError } from '@dealwright/store';

/** Released, the task would be on nobody's list. */
export class TaskHasNoCandidates extends DealwrightError {
  constructor(taskId: string) {
    super(
      'task-has-no-candidates',
      {
        en: 'Nobody else may claim this task; assign it to a person instead.',
        zh: '没有其他人可以认领该待办，请直接转办给具体人员。',
      },
      { taskId },
    );
  }
}
