import type { JobRow } from '@dealwright/store';
import type { Core } from '../Core.ts';
import type { FollowUps } from '../createCore.ts';
import { answerByJob } from './answerByJob.ts';

/** A timer fires. */
export function runTimer(core: Core, job: JobRow): Promise<FollowUps> {
  return answerByJob(core, job, { type: 'trigger', token: job.token, variables: {} });
}
