import { createHash } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { DatabaseError } from '../DatabaseError.ts';
import { executedMigrations } from '../migrations/migrate.ts';
import type { Store } from '../openStore.ts';
import { query } from '../query.ts';
import type { BackedUpTable, BackupHeader, Progress } from './BackupHeader.ts';
import { nothingToBackUp } from './backupErrors.ts';
import { digestOf, fixTexts, ident, lineOf, readPartitions, readSequences, readTables } from './catalogue.ts';

export interface BackupOptions {
  /** epoch milliseconds */
  readonly now: () => number;
  /** told first what there is */
  readonly onHeader?: (header: BackupHeader) => void;
  readonly onProgress?: (progress: Progress) => void;
}

/** characters that one answer of the database should have, and the first guess of how many rows that is */
const CHUNK = 1_000_000;
const FIRST_ROWS = 100;
const MOST_ROWS = 5_000;

/**
 * Everything in the database as text, in pieces of some megabytes: a line of JSON that says what comes (`BackupHeader`),
 * a line a row, and a line with the digest of it all. The tables are those that the database has, whatever version made
 * them. It is all of one moment: others may go on writing.
 *
 * Throws `nothing-to-back-up`, `DatabaseError`, `database-unreachable`.
 */
export async function* backup(store: Store, options: BackupOptions): AsyncGenerator<string> {
  const em = store.em();
  try {
    await em.begin();
    await query(em, 'set transaction isolation level repeatable read, read only');
    yield* contents(em, options);
  } catch (error) {
    throw DatabaseError.from(error);
  } finally {
    // it has only read
    if (em.isInTransaction()) await em.rollback().catch(() => {});
  }
}

async function* contents(em: SqlEntityManager, options: BackupOptions): AsyncGenerator<string> {
  await fixTexts(em);
  const header = await headerOf(em, options);
  options.onHeader?.(header);
  const hash = createHash('sha256');
  const hashed = (text: string) => {
    hash.update(text);
    return text;
  };
  yield hashed(`${JSON.stringify(header)}\n`);
  for (const table of header.tables) {
    let done = 0;
    for await (const lines of linesOf(em, table)) {
      yield hashed(`${lines.join('\n')}\n`);
      done += lines.length;
      options.onProgress?.({ table: table.name, done, rows: table.rows });
    }
    if (done !== table.rows) throw new Error(`${table.name} had ${table.rows} rows and gave ${done}`);
  }
  yield `${JSON.stringify({ end: true, sha256: hash.digest('hex') })}\n`;
}

async function headerOf(em: SqlEntityManager, options: BackupOptions): Promise<BackupHeader> {
  const migrations = await executedMigrations(em);
  if (migrations.length === 0) throw nothingToBackUp();
  const tables: BackedUpTable[] = [];
  for (const { name, columns } of await readTables(em)) {
    const names = columns.map((column) => column.name);
    tables.push({ name, columns: names, ...(await digestOf(em, name, names)) });
  }
  return {
    format: 'dealwright-backup',
    version: 1,
    madeAt: new Date(options.now()).toISOString(),
    migrations: [...migrations],
    partitions: await readPartitions(em),
    sequences: await readSequences(em),
    tables,
  };
}

/** The rows of a table, a megabyte at a time however large they are. */
async function* linesOf(em: SqlEntityManager, table: BackedUpTable): AsyncGenerator<readonly string[]> {
  await query(
    em,
    `declare backup no scroll cursor for select ${lineOf(table.columns)} as line from public.${ident(table.name)}`,
  );
  for (let count = FIRST_ROWS; ;) {
    const rows = await query<{ line: string }>(em, `fetch forward ${count} from backup`);
    if (rows.length === 0) break;
    yield rows.map((row) => row.line);
    const characters = rows.reduce((sum, row) => sum + row.line.length, 0);
    count = Math.max(1, Math.min(MOST_ROWS, Math.floor((CHUNK * rows.length) / characters)));
  }
  await query(em, 'close backup');
}
