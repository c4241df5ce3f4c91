import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../tests/serverProcess.ts';
import { makePostgresServer } from '../../tests/postgresServer.ts';
import { balance } from './balance.ts';

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));
const START_MS = 120_000;

export interface Cluster {
  /** the address where people go, when all servers are ready; rejects, with everything stopped, when one does not start */
  readonly ready: Promise<string>;
  /** also while it starts: stops the balancer, then the servers in order, then the database that was made for them */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** how many servers */
  readonly count: number;
  /** of the balancer; 0 for any */
  readonly port: number;
  /** an empty or earlier database; null makes a PostgreSQL that is gone afterwards */
  readonly databaseUrl: string | null;
  /** what the servers are started with; the cluster sets its own where they must agree */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** a line of a server, numbered from 1; 0 is the cluster itself */
  readonly say: (server: number, line: string) => void;
}

type Undo = (() => Promise<unknown>)[];

/** Starts servers over one PostgreSQL with a balancer in front. */
export function startCluster(options: ClusterOptions): Cluster {
  const undo: Undo = [];
  let stopping: Promise<void> | null = null;
  const stop = () => (stopping ??= stopAll(undo));
  // what is started after that is stopped at once
  const later = async (step: () => Promise<unknown>) => {
    if (stopping === null) return void undo.push(step);
    await step();
    throw new Error('The cluster was stopped while it started.');
  };
  const ready = start(options, later).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { ready, stop };
}

async function stopAll(undo: Undo): Promise<void> {
  for (const step of undo.splice(0).toReversed()) await step();
}

async function start(
  { count, port, databaseUrl, env, say }: ClusterOptions,
  later: (step: () => Promise<unknown>) => Promise<void>,
): Promise<string> {
  const url = databaseUrl ?? (await startPostgres(say, later));
  const ports: number[] = [];
  for (let at = 0; at < count; at++) ports.push(await freePort());
  const balancer = await balance(ports, port, Date.now);
  const address = `http://localhost:${balancer.port}`;
  const shared = {
    ...env,
    HOST: '127.0.0.1',
    DATABASE_URL: url,
    DEALWRIGHT_ORIGIN: address,
    DEALWRIGHT_TRUST_PROXY: 'true',
    DEALWRIGHT_SECRET_KEY: env['DEALWRIGHT_SECRET_KEY'] ?? randomBytes(32).toString('base64'),
  };
  const servers: Server[] = [];
  await later(() => Promise.all(servers.map(ended)));
  await later(() => balancer.stop());
  for (const [at, own] of ports.entries()) {
    const child = spawn(process.execPath, [MAIN], {
      env: { ...shared, PORT: String(own) },
      stdio: ['ignore', 'pipe', 'pipe'],
      // a group of its own: Ctrl-C reaches the cluster alone, which stops them in order
      detached: process.platform !== 'win32',
    });
    say(at + 1, `is process ${child.pid}, on port ${own}`);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        for (const line of text.trimEnd().split('\n')) say(at + 1, line);
      });
    }
    servers.push({ port: own, process: child });
  }
  await Promise.all(servers.map(untilReady));
  return address;
}

async function startPostgres(
  say: ClusterOptions['say'],
  later: (step: () => Promise<unknown>) => Promise<void>,
): Promise<string> {
  const postgres = await makePostgresServer();
  await later(() => postgres.remove());
  await postgres.start();
  await later(() => postgres.stop());
  say(0, 'PostgreSQL is up; what is in it goes when the cluster stops.');
  return postgres.url;
}

interface Server {
  readonly port: number;
  readonly process: ChildProcess;
}

async function untilReady({ port, process: child }: Server): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('A server ended before it was ready.');
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server on port ${port} was not ready after ${START_MS / 1000} seconds.`);
}

async function ended({ process: child }: Server): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await gone;
}
