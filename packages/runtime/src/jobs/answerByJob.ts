import type { Command } from '@dealwright/engine';
import { holdJob, type JobRow } from '@dealwright/store';
import type { Core } from '../Core.ts';
import type { FollowUps } from '../createCore.ts';
import { CommandRejected } from '../errors/CommandRejected.ts';
import { planAdvance } from '../instances/advance.ts';
import { advanceByJob } from './advanceByJob.ts';
import { hopsOf } from './hopsOf.ts';

/** The command does not end the wait that the job belongs to, or the instance is not there. */
class NeedsTransaction extends Error {}

/**
 * What a timer or a connector leads to at its own token, sharing a statement with whatever else is under way. The
 * statement that writes the step deletes the job, because the token no longer waits for it, so neither is ever without
 * the other. Whatever is out of the ordinary goes the long way, `advanceByJob`.
 *
 * Nothing locks the job. It was there at the revision at which it was claimed, and only a step of its instance takes it
 * away: a commit that starts from this revision finds it as it was, one that starts from a later revision looks first.
 */
export async function answerByJob(core: Core, job: JobRow, command: Command): Promise<FollowUps> {
  const { instanceId } = job;
  if (instanceId === null) return advanceByJob(core, job, null, command);
  try {
    await core.submit({
      instanceId,
      hops: hopsOf(job),
      async prepare(held, unit) {
        if (!held) throw new NeedsTransaction();
        const { row } = held;
        const known = row.revision === job.revision;
        if (!known && !(await holdJob(unit.em, job, core.options.serverId, 'read'))) return DONE;
        const plan = await planAdvance(core, unit, {
          instanceId: row.id,
          deploymentId: row.deploymentId,
          loaded: row,
          commands: [command],
          actorId: null,
        });
        if (!plan.released.some(({ token, task }) => token === job.token && !task)) throw new NeedsTransaction();
        return { plan, result: null };
      },
    });
    return { jobIds: [], messageNames: new Set() };
  } catch (error) {
    if (!(error instanceof NeedsTransaction || error instanceof CommandRejected)) throw error;
    return advanceByJob(core, job, instanceId, command);
  }
}

/** Somebody else has the job by now, or nobody any more. */
const DONE = { plan: null, result: null } as const;
