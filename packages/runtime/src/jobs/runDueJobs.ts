import { claimJobs, type JobRow } from '@dealwright/store';
import type { Core } from '../Core.ts';
import { claimant } from './claimant.ts';
import { followUp } from './followUp.ts';
import { giveBack } from './giveBack.ts';
import { runOrDrop } from './runOrDrop.ts';
import { fireTimerStarts } from './timerStarts.ts';

/**
 * Runs what is due now, at most `limit` jobs of each queue, and returns how many when all are done. Timers share
 * statements; deliveries go one after another, connectors, which wait for others, side by side.
 */
export async function runDueJobs(core: Core, limit: number): Promise<number> {
  await giveBack(core);
  const starts = await fireTimerStarts(core, limit);
  const jobs = await claimJobs(core.options.em(), claimant(core), { free: {}, other: limit });
  const of = (kind: 'connector' | 'timer') => jobs.filter((job) => job.kind === kind).map((job) => runOne(core, job));
  const calls = Promise.all(of('connector'));
  await Promise.all(of('timer'));
  for (const job of jobs) if (job.kind !== 'connector' && job.kind !== 'timer') await runOne(core, job);
  await calls;
  return starts + jobs.length;
}

/** A claimed job, and what follows from it. */
export async function runOne(core: Core, job: JobRow): Promise<void> {
  await followUp(core, await runOrDrop(core, job));
}
