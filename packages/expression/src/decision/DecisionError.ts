import type { DecisionProblem } from './DecisionProblem.ts';

/** A `.dmn` file that can't be read or used. Nothing has been changed when it is thrown. */
export class DecisionError extends Error {
  readonly code = 'decisions-refused';
  readonly problems: readonly DecisionProblem[];
  readonly text: { readonly en: string; readonly zh: string };

  constructor(problems: readonly DecisionProblem[]) {
    const text = {
      en: problems.map(({ message }) => message.en).join(' '),
      zh: problems.map(({ message }) => message.zh).join(''),
    };
    super(text.en);
    this.name = 'DecisionError';
    this.problems = problems;
    this.text = text;
  }
}
