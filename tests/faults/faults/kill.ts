import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, type ServerProcess, startServer } from '../../serverProcess.ts';
import type { FaultLine } from '../FaultLine.ts';
import { openHttp } from '../load/openHttp.ts';
import type { Place } from '../Place.ts';
import { Trial, type TrialOptions } from '../Trial.ts';

const CALLERS = 8;

/**
 * `kill -9` of a real server, driven over HTTP, at a moment that chance picks: after so many answers and then so many
 * milliseconds; now and then while it starts. The database is looked at as the dead server left it; the next one is sent
 * again what was not answered.
 */
export async function kill(options: TrialOptions, rounds: number): Promise<FaultLine> {
  const trial = await Trial.open({ ...options, overHttp: true });
  const { load, dice } = trial;
  const start = await serverOver(trial.place);
  const first = await start();
  const { target, messageId } = await openHttp(first.url, await trial.xml());
  trial.rules = { messageId };
  await first.kill();
  while (trial.rounds < rounds) {
    trial.rounds += 1;
    if (dice.chance(0.1)) {
      await killStarting(start, dice.below(1500));
      await trial.check();
      continue;
    }
    const server = await start();
    await load.repeat(target);
    await load.through([target], CALLERS, {
      after: 5 + dice.below(60),
      more: 0,
      // a connection kept from the server before this one is dead
      patient: true,
      async fault() {
        await pause(dice.below(12));
        await server.kill();
      },
    });
    await trial.check();
  }
  const last = await start();
  await load.repeat(target);
  for (const sent of load.leftOver()) await load.insist(target, sent);
  await last.stop();
  return trial.conclude();
}

type Start = (onSpawn?: (child: ChildProcess) => void) => Promise<ServerProcess>;

/** Starts servers over one database, one after another, at one address and with one key for secrets. */
async function serverOver(place: Place): Promise<Start> {
  const port = await freePort();
  const env = {
    DEALWRIGHT_HTTP_ALLOW: '127.0.0.1',
    DEALWRIGHT_SECRET_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'error',
  };
  const where = 'url' in place ? { databaseUrl: place.url } : { folder: place.folder };
  const children = new Set<ChildProcess>();
  // a trial that breaks off leaves no server behind
  process.once('exit', () => {
    for (const child of children) child.kill('SIGKILL');
  });
  return (onSpawn) =>
    startServer({
      ...where,
      port,
      env,
      onSpawn(child) {
        children.add(child);
        child.once('exit', () => children.delete(child));
        onSpawn?.(child);
      },
    });
}

async function killStarting(start: Start, after: number): Promise<void> {
  await start((child) => void pause(after).then(() => child.kill('SIGKILL'))).then(
    (server) => server.kill(),
    () => {},
  );
}
