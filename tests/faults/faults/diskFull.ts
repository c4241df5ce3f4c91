import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { makePostgresServer, type PostgresServer } from '../../postgresServer.ts';
import type { FaultLine } from '../FaultLine.ts';
import { startChild } from '../load/startChild.ts';
import { Trial, type TrialOptions } from '../Trial.ts';
import { underLoad } from './underLoad.ts';

const SIZE_MB = 256;
const NO_SPACE = /no space left|database-unreachable|could not (extend|write)/i;

/**
 * The disk that PostgreSQL's data is on fills up under load, and has room again after a while. What can't be written is
 * refused and is done when it is sent again, and no job is given up for it; PostgreSQL ends when it can't write its log,
 * and is started again.
 */
export async function diskFull(options: TrialOptions, rounds: number): Promise<FaultLine> {
  const disk = await mkdtemp(join(tmpdir(), 'dealwright-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=777`, 'tmpfs', disk], { stdio: 'pipe' });
  } catch (error) {
    return skipped(options, `no file system of its own can be made here: ${String(error).split('\n')[0]}`);
  }
  try {
    return await tryOn(disk, options, rounds);
  } finally {
    execFileSync('umount', ['-l', disk]);
    await rm(disk, { recursive: true, force: true });
  }
}

async function tryOn(disk: string, options: TrialOptions, rounds: number): Promise<FaultLine> {
  const postgres = await makePostgresServer(disk, ['-c', 'min_wal_size=32MB', '-c', 'max_wal_size=64MB']);
  await postgres.start();
  const trial = await Trial.open({ ...options, postgresUrl: postgres.url, background: NO_SPACE });
  const { load, dice } = trial;
  load.tolerates = ({ message }) => NO_SPACE.test(message);
  const server = await startChild(trial.place).ready;
  await server.deploy(await trial.xml());
  const ballast = join(disk, 'ballast');
  await underLoad(trial, server, rounds, {
    after: () => 5 + dice.below(40),
    more: 20,
    async fault() {
      await fill(disk, ballast);
      await pause(300 + dice.below(700));
      await rm(ballast);
      await back(postgres);
    },
  });
  await server.stop();
  trial.hear(server);
  const line = await trial.conclude();
  await postgres.stop();
  return line;
}

/** It may end some time after it could not write, or while it recovers from that: it is started until it answers. */
async function back(postgres: PostgresServer): Promise<void> {
  for (;;) {
    if (!(await postgres.runs())) await postgres.start();
    const client = new Client({ connectionString: postgres.url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch {
      await pause(100);
    } finally {
      void client.end().catch(() => {});
    }
  }
}

/** Takes all the room that there is. */
async function fill(disk: string, ballast: string): Promise<void> {
  const { bavail, bsize } = await statfs(disk);
  await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch(() => {});
}

function skipped({ fault, database, say }: TrialOptions, why: string): FaultLine {
  say(`skipped: ${why}`);
  const nothing = { acknowledged: 0, lost: 0, doubled: 0, stuck: 0, unexplained: 0, replayed: 0, differ: 0 };
  return { fault, database, rounds: 0, ...nothing, seconds: 0, holds: false, skipped: why };
}
