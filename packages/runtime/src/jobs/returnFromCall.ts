import type { Command, JsonObject } from '@dealwright/engine';
import type { JobRow } from '@dealwright/store';
import type { Core } from '../Core.ts';
import type { FollowUps } from '../createCore.ts';
import { advanceByJob } from './advanceByJob.ts';

export interface ReturnPayload {
  readonly parentInstanceId: string;
  readonly parentToken: number;
  readonly status: 'completed' | 'terminated' | 'cancelled' | 'failed';
  /** the BPMN error that ended it, when it failed by one */
  readonly code: string | null;
  readonly message: string | null;
  readonly variables: JsonObject;
}

/** Error code that a call activity gets when what it called was cancelled by hand. */
export const CALL_CANCELLED = 'called-process-cancelled';

/**
 * A called process that ended, by terminate too, completes its call activity with its variables. One that failed throws
 * its error there, to be caught by a boundary event (BPMN 2.0.2, 10.5.6); one that was cancelled throws `CALL_CANCELLED`.
 */
export function deliverReturnTo(core: Core, job: JobRow, payload: ReturnPayload): Promise<FollowUps> {
  return advanceByJob(core, job, payload.parentInstanceId, commandFor(payload));
}

function commandFor({ parentToken: token, status, code, message, variables }: ReturnPayload): Command {
  if (status === 'completed' || status === 'terminated') return { type: 'complete', token, variables };
  const thrown = status === 'failed' ? (code ?? 'called-process-failed') : CALL_CANCELLED;
  return { type: 'error', token, code: thrown, message: message ?? '' };
}
