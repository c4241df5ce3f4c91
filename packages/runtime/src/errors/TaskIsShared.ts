import { DealwrightError } from '@dealwright/store';

/** All candidates must approve the task (会签): given to one of them, it would be hidden from the others. */
export class TaskIsShared extends DealwrightError {
  constructor(taskId: string) {
    super(
      'task-is-shared',
      {
        en: 'Several people must approve this task: it can be approved, not claimed or handed on.',
        zh: '该待办需多人会签：可直接审批，不能认领或转办。',
      },
      { taskId },
    );
  }
}
