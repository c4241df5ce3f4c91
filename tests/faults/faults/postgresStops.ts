import { setTimeout as pause } from 'node:timers/promises';
import { makePostgresServer } from '../../postgresServer.ts';
import type { FaultLine } from '../FaultLine.ts';
import { startChild } from '../load/startChild.ts';
import { Trial, type TrialOptions } from '../Trial.ts';
import { underLoad } from './underLoad.ts';

export const AWAY = /database-unreachable/;

/** PostgreSQL is stopped under load and started again, while the server stays. */
export function postgresStops(mode: 'fast' | 'immediate') {
  return async (options: TrialOptions, rounds: number): Promise<FaultLine> => {
    const postgres = await makePostgresServer();
    await postgres.start();
    const trial = await Trial.open({ ...options, postgresUrl: postgres.url, background: AWAY });
    const { dice } = trial;
    const server = await startChild(trial.place).ready;
    await server.deploy(await trial.xml());
    await underLoad(trial, server, rounds, {
      after: () => 5 + dice.below(40),
      more: 20,
      async fault() {
        await postgres.stop(mode);
        await pause(dice.below(500));
        await postgres.start();
      },
    });
    await server.stop();
    trial.hear(server);
    const line = await trial.conclude();
    await postgres.stop();
    await postgres.remove();
    return line;
  };
}
