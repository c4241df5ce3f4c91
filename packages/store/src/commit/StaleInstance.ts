import { DealwrightError } from '../DealwrightError.ts';

/** The instance has moved on since it was read: nothing may be written; read it again. */
export class StaleInstance extends DealwrightError {
  readonly instanceIds: readonly string[];

  constructor(instanceIds: readonly string[]) {
    super(
      'stale-instance',
      {
        en: 'This process instance has been changed by someone else in the meantime. Load it again.',
        zh: '该流程实例刚刚已被他人更改，请重新加载后再试。',
      },
      { instanceIds },
    );
    this.instanceIds = instanceIds;
  }
}
