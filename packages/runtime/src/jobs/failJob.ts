import { addDuration, type Message } from '@dealwright/bpmn';
import {
  DealwrightError,
  deleteJob,
  holdJob,
  isOutage,
  type JobRow,
  lockInstance,
  postponeJob,
  setJobAside,
} from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import type { FollowUps } from '../createCore.ts';
import { AttemptFailed } from '../errors/AttemptFailed.ts';
import { instant } from '../plan/instant.ts';
import { JobFault } from './JobFault.ts';
import { raiseJobIncident } from './raiseJobIncident.ts';

const BACKOFF = 'PT10S';
const LONGEST_MS = 3_600_000;
/** Until an attempt is made again that the database was not there for. */
const OUTAGE_MS = 5_000;
/** characters */
const LONGEST_MESSAGE = 2000;

/**
 * An attempt has failed: the job is tried again after a pause that doubles each time, and after its last attempt it is
 * set aside with an incident. An attempt that failed because the database could not work does not count. A job that
 * belongs to no instance (a signal that starts one) is tried for ever, hourly in the end: there is nowhere to show an
 * incident.
 */
export async function failJob(core: Core, job: JobRow, error: unknown): Promise<FollowUps> {
  const [, followUps] = await core.transactOnly(async (unit) => {
    const instance = job.instanceId === null ? null : await lockInstance(unit.em, job.instanceId);
    if (!(await holdJob(unit.em, job, core.options.serverId))) return;
    if (instance && instance.status !== 'active' && job.token >= 0) {
      await deleteJob(unit.em, job.id);
      return;
    }
    if (isOutage(error)) {
      await postponeJob(unit.em, job.id, instant(core.options.now() + OUTAGE_MS), { counts: false });
      return;
    }
    const hopeless = error instanceof JobFault || job.attempts >= job.maxAttempts;
    if (!instance || !hopeless) {
      const due = await nextAttempt(core, unit, job, instance?.deploymentId ?? null);
      await postponeJob(unit.em, job.id, instant(Math.max(due, askedFor(core, error))));
      return;
    }
    await setJobAside(unit.em, job.id);
    await raiseJobIncident(core, unit, instance, job, describe(error));
  });
  return followUps;
}

async function nextAttempt(core: Core, unit: Unit, job: JobRow, deploymentId: string | null): Promise<number> {
  const now = core.options.now();
  const graph = deploymentId === null ? null : await core.graphs.get(unit.em, deploymentId);
  const node = graph?.nodes[graph.nodeIndex.get(String(job.payload['nodeId'])) ?? -1];
  const first = addDuration(now, node?.business.connector?.backoff ?? BACKOFF) - now;
  return now + Math.min(first * 2 ** (job.attempts - 1), Math.max(LONGEST_MS, first));
}

/** The pause that the other side has asked for, as the moment when it ends; no longer than any pause may be. */
function askedFor(core: Core, error: unknown): number {
  const pause = error instanceof AttemptFailed ? (error.afterMs ?? 0) : 0;
  return core.options.now() + Math.min(pause, LONGEST_MS);
}

/** Our own faults speak both languages; what a connector threw is told as it said it. */
function describe(error: unknown): { code: string; message: Message } {
  if (error instanceof JobFault || error instanceof AttemptFailed) return { code: error.code, message: error.text };
  if (error instanceof DealwrightError) return { code: 'job-failed', message: error.messages };
  const message = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_MESSAGE);
  return { code: 'job-failed', message: { en: message, zh: message } };
}
