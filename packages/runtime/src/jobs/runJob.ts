import type { JobKind, JobRow } from '@dealwright/store';
import type { Core } from '../Core.ts';
import type { FollowUps } from '../createCore.ts';
import {
  deliverEscalation,
  deliverMessage,
  deliverReturn,
  deliverSignal,
  deliverStart,
  deliverTrigger,
  withdrawCall,
} from './deliveries.ts';
import { failJob } from './failJob.ts';
import { observedJob } from './observedJob.ts';
import { runConnector } from './runConnector.ts';
import { runTimer } from './runTimer.ts';

type Run = (core: Core, job: JobRow) => Promise<FollowUps>;

const RUNS: Readonly<Record<JobKind, Run>> = {
  timer: runTimer,
  connector: runConnector,
  message: deliverMessage,
  signal: deliverSignal,
  trigger: deliverTrigger,
  start: deliverStart,
  return: deliverReturn,
  escalate: deliverEscalation,
  cancelCall: withdrawCall,
};

/** Runs a claimed job. A failure is noted on it, for a later attempt or as an incident; nothing is thrown for it. */
export async function runJob(core: Core, job: JobRow): Promise<FollowUps> {
  try {
    return await observedJob(core, job, () => RUNS[job.kind](core, job));
  } catch (error) {
    return failJob(core, job, error);
  }
}
