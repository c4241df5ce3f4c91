import type { JobRow } from '@dealwright/store';
import type { Core } from '../Core.ts';
import type { FollowUps } from '../createCore.ts';
import { advanceByJob } from './advanceByJob.ts';
import { answerByJob } from './answerByJob.ts';

/** A timer fires. */
export function runTimer(core: Core, job: JobRow): Promise<FollowUps> {
  const { instanceId, token } = job;
  const command = { type: 'trigger', token, variables: {} } as const;
  return instanceId === null
    ? advanceByJob(core, job, instanceId, command)
    : answerByJob(core, job, instanceId, command);
}
