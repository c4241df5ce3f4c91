import type { JobRow } from '@dealwright/store';
import type { Core } from '../Core.ts';
import type { FollowUps } from '../createCore.ts';
import { runJob } from './runJob.ts';

/** Runs a claimed job; one whose failure could not even be noted is remembered, to be given back, and throws. */
export async function runOrDrop(core: Core, job: JobRow): Promise<FollowUps> {
  try {
    return await runJob(core, job);
  } catch (error) {
    core.dropped.push(job.id);
    throw error;
  }
}
