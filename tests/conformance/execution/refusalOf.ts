import { ModelError, type Problem } from '../../../packages/bpmn/src/index.ts';
import { DealwrightError } from '../../../packages/store/src/index.ts';
import type { Refusal } from './Execution.ts';

/** Rules by which the validator refuses what BPMN allows, because the product can't run it. */
const LACKING_RULES: ReadonlySet<string> = new Set(['not-supported-yet', 'not-supported']);

/** What a file is refused for, as an error or by problems; throws on what is no refusal but a crash. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof DealwrightError) return { message: error.messages, lacking: false };
  if (error instanceof ModelError) return { message: error.messages, lacking: false };
  throw error;
}

/**
 * What the validator refuses, in words; null when it refuses nothing. What BPMN forbids goes before what the product
 * lacks.
 */
export function refusalByProblems(problems: readonly Problem[]): Refusal | null {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const forbidden = errors.filter((problem) => !LACKING_RULES.has(problem.rule));
  const [first] = forbidden.length > 0 ? forbidden : errors;
  if (!first) return null;
  const place = first.section === null ? first.rule : `${first.rule}, ${first.section}`;
  return {
    message: { en: `${first.message.en} (${place})`, zh: `${first.message.zh}（${place}）` },
    lacking: forbidden.length === 0,
  };
}
