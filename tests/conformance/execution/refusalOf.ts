import { ModelError, type Problem } from '../../../packages/bpmn/src/index.ts';
import { DealwrightError } from '../../../packages/store/src/index.ts';
import type { Refusal } from './Execution.ts';

/** What a file is refused for, as an error or by problems; throws on what is no refusal but a crash. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof DealwrightError) return { message: error.messages };
  if (error instanceof ModelError) return { message: error.messages };
  throw error;
}

/** What the validator refuses first, in words with the rule and its section; null when it refuses nothing. */
export function refusalByProblems(problems: readonly Problem[]): Refusal | null {
  const first = problems.find((problem) => problem.severity === 'error');
  if (!first) return null;
  const place = first.section === null ? first.rule : `${first.rule}, ${first.section}`;
  return { message: { en: `${first.message.en} (${place})`, zh: `${first.message.zh}（${place}）` } };
}
