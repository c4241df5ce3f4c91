import { type Command, CommandRefused } from '@dealwright/engine';
import { deleteJob, holdJob, type JobRow, lockInstance } from '@dealwright/store';
import type { Core } from '../Core.ts';
import type { FollowUps } from '../createCore.ts';
import { advance } from '../instances/advance.ts';
import { hopsOf } from './hopsOf.ts';

/**
 * What a job leads to, in one transaction with its end. The instance is locked before the job, as commands do, whose
 * commit deletes jobs. Should the instance have moved on so that nobody waits for the job, it just ends.
 */
export async function advanceByJob(
  core: Core,
  job: JobRow,
  instanceId: string | null,
  command: Command,
  actorId: string | null = null,
): Promise<FollowUps> {
  const [, followUps] = await core.transactOnly(async (unit) => {
    const instance = instanceId === null ? null : await lockInstance(unit.em, instanceId);
    if (!(await holdJob(unit.em, job, core.options.serverId))) return;
    if (instance) {
      try {
        await advance(core, unit, {
          instanceId: instance.id,
          deploymentId: instance.deploymentId,
          loaded: instance,
          commands: [command],
          actorId,
        });
      } catch (error) {
        if (!(error instanceof CommandRefused)) throw error;
      }
    }
    await deleteJob(unit.em, job.id);
  }, hopsOf(job));
  return followUps;
}
