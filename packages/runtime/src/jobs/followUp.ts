import { claimJob } from '@dealwright/store';
import type { Core } from '../Core.ts';
import type { FollowUps } from '../createCore.ts';
import { deliverKept } from '../messages/keptMessages.ts';
import { claimant } from './claimant.ts';
import { runOrDrop } from './runOrDrop.ts';

/** Deliveries that one command waits for; the worker makes the rest, so that two processes that feed each other end. */
const AT_ONCE = 100;

/** Works through what follows from a commit, and from that in turn. What fails is told and left to the worker. */
export async function followUp(core: Core, first: FollowUps): Promise<void> {
  const jobIds = [...first.jobIds];
  const names = [...first.messageNames];
  const add = (more: FollowUps) => {
    jobIds.push(...more.jobIds);
    names.push(...more.messageNames);
  };
  for (let done = 0; done < AT_ONCE; done++) {
    const id = jobIds.shift();
    const name = id === undefined ? names.shift() : undefined;
    if (id === undefined && name === undefined) return;
    try {
      if (id !== undefined) add(await runById(core, id));
      else if (name !== undefined) add(await deliverNamed(core, name));
    } catch (error) {
      core.options.onError?.(error);
    }
  }
  core.wake();
}

async function runById(core: Core, id: string): Promise<FollowUps> {
  const job = await claimJob(core.options.em(), id, claimant(core));
  return job ? runOrDrop(core, job) : { jobIds: [], messageNames: new Set() };
}

async function deliverNamed(core: Core, name: string): Promise<FollowUps> {
  const [delivered, followUps] = await core.transactOnly((unit) => deliverKept(core, unit, name));
  if (delivered) followUps.messageNames.add(name);
  return followUps;
}
