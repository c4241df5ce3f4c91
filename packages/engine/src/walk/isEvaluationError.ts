import type { Message } from '@dealwright/bpmn';

/**
 * What `Env.evaluate` and `Env.script` throw when an expression fails: recognised by its mark, since the executor
 * knows no interpreter. Everything else that they throw (a pending evaluation, a programming error) passes through.
 */
export interface EvaluationError extends Error {
  readonly isEvaluationError: true;
  /** stable, kebab-case; becomes the incident's code */
  readonly code: string;
  /** what went wrong, in both languages */
  readonly text: Message;
}

export function isEvaluationError(error: unknown): error is EvaluationError {
  return error instanceof Error && 'isEvaluationError' in error && error.isEvaluationError === true;
}
