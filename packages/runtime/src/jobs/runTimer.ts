import type { JobRow } from '@dealwright/store';
import type { Core } from '../Core.ts';
import type { FollowUps } from '../createCore.ts';
import { advanceByJob } from './advanceByJob.ts';

/** A timer fires. */
export function runTimer(core: Core, job: JobRow): Promise<FollowUps> {
  return advanceByJob(core, job, job.instanceId, { type: 'trigger', token: job.token, variables: {} });
}
