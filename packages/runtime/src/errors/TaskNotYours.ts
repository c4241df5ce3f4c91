import { DealwrightError } from '@dealwright/store';

/** Every candidate has to approve the task, and this person is none of them or has approved it already. */
export class TaskNotYours extends DealwrightError {
  constructor(taskId: string, approved: boolean) {
    super(
      approved ? 'already-approved' : 'not-a-candidate',
      approved
        ? { en: 'You have already approved; others have still to.', zh: '您已通过该会签，仍在等待其他人。' }
        : { en: 'You are not among those who have to approve this task.', zh: '您不在该待办的会签人员之中。' },
      { taskId },
    );
  }
}
