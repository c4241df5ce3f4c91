import type { JobRow } from '@dealwright/store';
import type { Core } from '../Core.ts';
import { deleteExpired, namesToDeliver } from '../messages/keptMessages.ts';
import { claim, followUp } from './followUp.ts';
import { runJob } from './runJob.ts';
import { fireTimerStarts } from './timerStarts.ts';

/**
 * Runs what is due now, at most `limit` jobs, and returns how many. Timers and deliveries go one after another in the
 * order they fell due, connectors, which wait for others, side by side.
 */
export async function runDueJobs(core: Core, limit: number): Promise<number> {
  const starts = await fireTimerStarts(core, limit);
  const jobs = await claim(core, limit);
  const calls = jobs.filter((job) => job.kind === 'connector').map((job) => run(core, job));
  for (const job of jobs) if (job.kind !== 'connector') await run(core, job);
  await Promise.all(calls);
  return starts + jobs.length;
}

async function run(core: Core, job: JobRow): Promise<void> {
  await followUp(core, await runJob(core, job));
}

/**
 * Forgets messages that have expired and delivers those that a crash between two commits left beside somebody who waits.
 */
export async function sweepKeptMessages(core: Core): Promise<void> {
  const [names] = await core.transactOnly(async (unit) => {
    await deleteExpired(core, unit);
    return namesToDeliver(core, unit);
  });
  if (names.length > 0) await followUp(core, { jobIds: [], messageNames: new Set(names) });
}
