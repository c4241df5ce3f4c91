import type { Problem } from '@dealwright/bpmn';
import { DealwrightError } from '@dealwright/store';

/** A model with errors was not put to work. `problems` has the warnings too. */
export class ModelRefused extends DealwrightError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const errors = problems.filter((problem) => problem.severity === 'error');
    const first = errors[0]?.message;
    super(
      'model-refused',
      {
        en: `The model has ${errors.length} error(s) and was not deployed. First: ${first?.en ?? ''}`,
        zh: `流程存在 ${errors.length} 个错误，未能发布。首个错误：${first?.zh ?? ''}`,
      },
      { problems },
    );
    this.problems = problems;
  }
}
