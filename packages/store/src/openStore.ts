import { mkdir } from 'node:fs/promises';
import { MikroORM as PgliteOrm, type Options as PgliteOptions } from '@mikro-orm/pglite';
import { MikroORM as PostgreSqlOrm } from '@mikro-orm/postgresql';
import type { MikroORM } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Pool } from 'pg';
import { DatabaseError } from './DatabaseError.ts';
import { DealwrightError } from './DealwrightError.ts';
import { entities } from './entities/entities.ts';
import { folderNotUsable } from './lock/folderNotUsable.ts';
import { type FolderLock, lockFolder } from './lock/lockFolder.ts';
import { migrate } from './migrations/migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { prepareStatements } from './prepared.ts';
import { query } from './query.ts';
import { releaseLost } from './releaseLost.ts';
import { typeParsers } from './typeParsers.ts';
import { SILENT_MS, watchSilent } from './watchSilent.ts';

export interface StoreOptions {
  /** a PostgreSQL connection string; when absent, `folder` is used */
  readonly url?: string;
  /** data folder of the embedded database, made when missing; `memory://` keeps nothing */
  readonly folder?: string;
  /** `memory://` only: an earlier `dumpSnapshot`, which spares the start-up and the migrations */
  readonly snapshot?: Blob;
  /** most connections to PostgreSQL; 10 when absent */
  readonly connections?: number;
  /** PostgreSQL: a connection that owes an answer and says nothing for so long is asked after; 20 seconds when absent */
  readonly silentMs?: number;
  /** false leaves the schema as it is found, for backup and restore; true when absent */
  readonly migrate?: boolean;
  /** epoch milliseconds */
  readonly now: () => number;
}

export interface Store {
  readonly orm: MikroORM;
  readonly kind: 'pglite' | 'postgresql';
  /** a fresh EntityManager, for one request or one unit of work */
  readonly em: () => SqlEntityManager;
  /** `memory://` and folders: the whole database as a file for `StoreOptions.snapshot`; null on PostgreSQL */
  dumpSnapshot(): Promise<Blob | null>;
  /**
   * Clears dead rows and counts anew what the query planner goes by. PGlite does neither by itself: call it after a
   * large import and every few hours, outside any transaction. It goes table by table, so that on PGlite's one
   * connection others get their turn in between. PostgreSQL's own daemon makes it unnecessary there, and it only counts.
   */
  maintain(): Promise<void>;
  /** connections to PostgreSQL: all, those that nobody uses, and who waits for one; null on PGlite, which has one */
  pool(): PoolState | null;
  close(): Promise<void>;
}

export interface PoolState {
  readonly size: number;
  readonly idle: number;
  readonly waiting: number;
}

/**
 * Opens the database and brings its schema up to this program's migrations, under a lock, so that several servers may
 * start at once.
 *
 * Throws `DealwrightError` with code `folder-in-use` (another process has the folder), `folder-not-usable` (cannot be
 * made or written), `database-newer` (its migrations are newer than this program) or `database-unreachable`.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const bringUp = options.migrate ?? true;
  if (options.url !== undefined) {
    return finish(await openPostgreSql(options.url, options), null, bringUp);
  }
  const folder = options.folder;
  if (folder === undefined) throw new Error('openStore needs a url or a folder');
  if (folder === MEMORY) return finish(await openPglite(folder, options.snapshot), null, bringUp);
  const lock = await lockFolder(await makeFolder(folder), options.now);
  try {
    return await finish(await openPglite(folder, undefined), lock, bringUp);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const MEMORY = 'memory://';

/** A server that is gone without a word, or a pool that stays busy, is an error and not a hang. */
const CONNECT_MS = 10_000;
/** A new connection has everything to plan anew: it is kept over a quiet moment. */
const IDLE_MS = 600_000;

const common = {
  entities: [...entities],
  extensions: [Migrator],
  migrations: { migrationsList: migrations, snapshot: false, silent: true },
  debug: false,
  /** the EntityManager of a request is a fork; the global one is never used for work */
  allowGlobalContext: false,
  discovery: { warnWhenNoEntities: true },
};

async function openPglite(folder: string, snapshot: Blob | undefined): Promise<Opened> {
  // a function, because MikroORM deep-copies an object and a Blob does not survive that
  const driverOptions = () => ({ parsers: { ...typeParsers }, ...(snapshot ? { loadDataDir: snapshot } : {}) });
  const orm = await opening(() => PgliteOrm.init({ ...common, dbName: folder, driverOptions } as PgliteOptions));
  return {
    orm,
    kind: 'pglite',
    dumpSnapshot: async () => (await orm.em.getConnection().getNativeClient()).dumpDataDir('none'),
    pool: () => null,
  };
}

async function openPostgreSql(
  url: string,
  { connections = 10, silentMs = SILENT_MS }: Pick<StoreOptions, 'connections' | 'silentMs'>,
): Promise<Opened> {
  let connected: Pool | null = null;
  const driverOptions = {
    connectionTimeoutMillis: CONNECT_MS,
    onPoolCreated(pool: Pool) {
      connected = pool;
      prepareStatements(pool);
      releaseLost(pool);
      watchSilent(pool, url, silentMs);
      const types = pool.options.types as unknown as {
        setTypeParser(oid: number, parse: (text: string) => unknown): void;
      };
      for (const [oid, parse] of Object.entries(typeParsers)) types.setTypeParser(Number(oid), parse);
    },
  };
  const orm = await opening(() =>
    PostgreSqlOrm.init({
      ...common,
      clientUrl: url,
      driverOptions,
      pool: { min: 0, max: connections, idleTimeoutMillis: IDLE_MS },
    }),
  );
  const pool = () => (connected === null ? null : stateOf(connected));
  return { orm, kind: 'postgresql', dumpSnapshot: async () => null, pool };
}

function stateOf(pool: Pool): PoolState {
  return { size: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount };
}

type Opened = Pick<Store, 'orm' | 'kind' | 'dumpSnapshot' | 'pool'>;

async function finish(opened: Opened, lock: FolderLock | null, bringUp: boolean): Promise<Store> {
  const close = async () => {
    await opened.orm.close(true);
    await lock?.release();
  };
  try {
    if (bringUp) await migrate(opened.orm, opened.kind);
  } catch (error) {
    await opened.orm.close(true);
    throw DatabaseError.from(error);
  }
  // both drivers' EntityManagers are SqlEntityManagers; MikroORM's base type does not say so
  const em = () => opened.orm.em.fork() as unknown as SqlEntityManager;
  const maintain = async () => {
    if (opened.kind === 'postgresql') await query(em(), 'analyze');
    else for (const table of await tableNames(em())) await query(em(), `vacuum (analyze) ${table}`);
  };
  return { ...opened, em, maintain, close };
}

/** Names of all tables, quoted where they must be; a partitioned one stands for its partitions. */
async function tableNames(em: SqlEntityManager): Promise<readonly string[]> {
  const rows = await query<{ name: string }>(
    em,
    `select oid::regclass::text as name from pg_class
     where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map((row) => row.name);
}

interface Connectable {
  connect(): Promise<unknown>;
  checkConnection(): Promise<{ ok: boolean; reason?: string }>;
}

async function opening<Orm extends Connectable>(init: () => Promise<Orm>): Promise<Orm> {
  try {
    const orm = await init();
    await orm.connect();
    const state = await orm.checkConnection();
    if (!state.ok) throw new Error(state.reason);
    return orm;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DealwrightError(
      'database-unreachable',
      { en: `The database cannot be opened: ${reason}`, zh: `无法打开数据库：${reason}` },
      { reason },
    );
  }
}

async function makeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    return folder;
  } catch (error) {
    throw folderNotUsable(folder, error);
  }
}
