import type { Core } from '../Core.ts';
import { deleteExpired, namesToDeliver } from '../messages/keptMessages.ts';
import { followUp } from './followUp.ts';

/** Milliseconds between two looks for kept messages: what is not in a hurry need not be asked every second. */
const SWEEP_MS = 30_000;

/**
 * Forgets messages that have expired and delivers those that a crash between two commits left beside somebody who waits,
 * whenever it is called and half a minute is over since it last did, or the clock was put back.
 */
export function createSweep(core: Core): () => Promise<void> {
  let sweptAt = -Infinity;
  return async () => {
    const now = core.options.now();
    if (now >= sweptAt && now - sweptAt < SWEEP_MS) return;
    sweptAt = now;
    const [names] = await core.transactOnly(async (unit) => {
      await deleteExpired(core, unit);
      return namesToDeliver(core, unit);
    });
    if (names.length > 0) await followUp(core, { jobIds: [], messageNames: new Set(names) });
  };
}
