import type { Message } from '../../packages/bpmn/src/index.ts';
import { Restless } from './execution/Execution.ts';
import type { OpenExecution } from './execution/openExecution.ts';
import type { CaseReport } from './Report.ts';

/** A case that can be run. Its files have been read: running it needs nothing but an execution. */
export interface PlannedCase {
  readonly group: string;
  /** may throw; then `failed` makes the report */
  run(open: OpenExecution): Promise<CaseReport>;
  /** the report of a case that gave no result */
  failed(error: unknown): CaseReport;
}

/** A case was given up because nothing was heard of it any more. */
export class Unanswered extends Error {
  readonly text: Message;

  constructor(en: string, zh: string) {
    super(en);
    this.name = 'Unanswered';
    this.text = { en, zh };
  }
}

/** How a case that gave no result is marked, in place of what it should have given, and why. */
export function failureOf(error: unknown): { readonly mark: string; readonly why: Message } {
  if (error instanceof Restless) return { mark: 'Restless', why: error.text };
  if (error instanceof Unanswered) return { mark: 'Unanswered', why: error.text };
  const reason = error instanceof Error ? error.message : String(error);
  return { mark: 'Crashed', why: { en: `Crashed: ${reason}`, zh: `崩溃：${reason}` } };
}
