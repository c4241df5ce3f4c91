import { setTimeout as pause } from 'node:timers/promises';
import type { FaultLine } from '../FaultLine.ts';
import { openProxy } from '../../../packages/store/src/testing/index.ts';
import { startChild } from '../load/startChild.ts';
import { Trial, type TrialOptions } from '../Trial.ts';
import { AWAY } from './postgresStops.ts';
import { underLoad } from './underLoad.ts';

const LONGEST_HANG_MS = 1500;

/** What a server waits here before it asks after a connection that says nothing. */
const SILENT_MS = 300;

/**
 * Some of the server's connections to PostgreSQL are cut in the middle of what is said, at once or after a silence; or
 * they fall silent for ever, and neither side is told.
 */
export function connectionsBreak(how: 'cut' | 'silent') {
  return async (options: TrialOptions, rounds: number): Promise<FaultLine> => {
    const trial = await Trial.open({ ...options, background: AWAY });
    const { dice, place } = trial;
    const proxy = await openProxy('url' in place ? place.url : '');
    const server = await startChild({ url: proxy.url, ...(how === 'silent' && { silentMs: SILENT_MS }) }).ready;
    await server.deploy(await trial.xml());
    const someFallSilent = async () => {
      proxy.hang(() => dice.chance(0.5));
      await pause(dice.below(LONGEST_HANG_MS));
    };
    await underLoad(trial, server, rounds, {
      after: () => 2 + dice.below(20),
      more: 5,
      async fault() {
        await pause(dice.below(10));
        if (how === 'silent') return someFallSilent();
        if (dice.chance(0.3)) await someFallSilent();
        proxy.cut(() => dice.chance(0.5));
      },
    });
    await server.stop();
    await proxy.close();
    trial.hear(server);
    return trial.conclude();
  };
}
