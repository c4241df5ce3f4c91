import { releaseJobs } from '@dealwright/store';
import type { Core } from '../Core.ts';

/** Gives back what was dropped: nobody else could have it before this server's time with it is over. */
export async function giveBack(core: Core): Promise<void> {
  const ids = core.dropped.splice(0);
  if (ids.length === 0) return;
  try {
    await releaseJobs(core.options.em(), ids, core.options.serverId);
  } catch (error) {
    core.dropped.push(...ids);
    throw error;
  }
}
