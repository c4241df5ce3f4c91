import type { SqlEntityManager } from '@mikro-orm/sql';
import { DatabaseError } from '../DatabaseError.ts';
import { executedMigrations, knownMigrations, migrationsWithin } from '../migrations/migrate.ts';
import type { Store } from '../openStore.ts';
import { query, queryOne } from '../query.ts';
import { transaction } from '../transaction.ts';
import { type BackedUpTable, backupEnd, type BackupHeader, backupHeader, type Progress } from './BackupHeader.ts';
import { backupBroken, backupNewer, restoreNotEmpty, restoreOtherLevel } from './backupErrors.ts';
import {
  digestOf,
  fixTexts,
  ident,
  readPartitions,
  readSuspensions,
  readTables,
  type TableShape,
} from './catalogue.ts';
import { cutShort, LineReader } from './LineReader.ts';

/** rows and characters that go to the database at a time */
const ROWS = 1_000;
const CHARACTERS = 1_000_000;

export interface RestoreOptions {
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Restores what `backup` gave into an empty database, and brings it up to this program's version: all of it in one
 * transaction, committed only when every table has the rows and the digest that the header promises. Open the store
 * with `migrate: false`: the tables are made as they were when the backup was.
 *
 * Throws `backup-broken`, `backup-newer`, `restore-not-empty`, `restore-other-level`; nothing is changed then.
 */
export async function restore(
  store: Store,
  pieces: AsyncIterable<string>,
  options: RestoreOptions = {},
): Promise<BackupHeader> {
  const reader = new LineReader(pieces);
  try {
    const header = readHeader(await reader.take());
    const bringUp = await migrationsWithin(store.orm, store.kind);
    await transaction(store.em(), async (em) => {
      await bringUp(em, []);
      await fixTexts(em);
      const shapes = await prepare(em, header, bringUp);
      const suspensions = await readSuspensions(em);
      for (const { suspend } of suspensions) await query(em, suspend);
      for (const table of header.tables) await load(em, table, shapes, reader, options);
      await checkEnd(reader);
      for (const { resume } of suspensions) await asBroken('', () => query(em, resume));
      for (const table of header.tables) await check(em, table);
      await setSequences(em, header);
      await bringUp(em);
    });
    return header;
  } finally {
    await reader.close();
  }
}

function readHeader(line: string): BackupHeader {
  const header = backupHeader.safeParse(json(line));
  if (!header.success) throw backupBroken({ en: 'it does not begin like a backup', zh: '文件开头不是备份格式' });
  const unknown = header.data.migrations.filter((name) => !knownMigrations.includes(name));
  if (unknown.length > 0) throw backupNewer(unknown);
  return header.data;
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Makes the tables as they were, or sees that they are those and empty; answers the shape of each. */
async function prepare(
  em: SqlEntityManager,
  header: BackupHeader,
  bringUp: (em: SqlEntityManager, names?: readonly string[]) => Promise<void>,
): Promise<ReadonlyMap<string, TableShape>> {
  const executed = await executedMigrations(em);
  const there = await readTables(em);
  if (executed.length === 0) {
    if (there.length > 0) throw restoreNotEmpty(there.map((table) => table.name));
    await bringUp(em, header.migrations);
    // what migrations write of themselves is in the backup too, as it has become
    const made = await readTables(em);
    await query(em, `truncate ${made.map(({ name }) => `public.${ident(name)}`).join(', ')}`);
  } else {
    const full: string[] = [];
    for (const { name } of there) if (await hasRows(em, name)) full.push(name);
    if (full.length > 0) throw restoreNotEmpty(full);
    if (executed.toSorted().join() !== header.migrations.toSorted().join()) throw restoreOtherLevel();
  }
  const shapes = new Map((await readTables(em)).map((shape) => [shape.name, shape]));
  const same = shapes.size === header.tables.length && header.tables.every((table) => fits(table, shapes));
  if (!same) throw backupBroken({ en: 'its tables are not those of its version', zh: '其中的表与其版本不符' });
  await makePartitions(em, header);
  return shapes;
}

async function hasRows(em: SqlEntityManager, table: string): Promise<boolean> {
  return (await queryOne(em, `select 1 as one from public.${ident(table)} limit 1`)) !== null;
}

function fits(table: BackedUpTable, shapes: ReadonlyMap<string, TableShape>): boolean {
  const names = shapes.get(table.name)?.columns.map((column) => column.name) ?? [];
  return names.toSorted().join('\n') === table.columns.toSorted().join('\n');
}

async function makePartitions(em: SqlEntityManager, header: BackupHeader): Promise<void> {
  const there = new Set((await readPartitions(em)).map((partition) => partition.name));
  for (const { name, of, bound, by } of header.partitions) {
    if (there.has(name)) continue;
    const divided = by === null ? '' : ` partition by ${by}`;
    await query(em, `create table public.${ident(name)} partition of public.${ident(of)} ${bound}${divided}`);
  }
}

async function load(
  em: SqlEntityManager,
  table: BackedUpTable,
  shapes: ReadonlyMap<string, TableShape>,
  reader: LineReader,
  options: RestoreOptions,
): Promise<void> {
  const types = new Map(shapes.get(table.name)?.columns.map((column) => [column.name, column.type]));
  const insert = `insert into public.${ident(table.name)} (${table.columns.map(ident).join(', ')})
    overriding system value
    select ${table.columns.map((name, place) => `(line ->> ${place})::${types.get(name)}`).join(', ')}
    from jsonb_array_elements($1::jsonb) as line`;
  for (let done = 0; done < table.rows;) {
    const lines: string[] = [];
    for (let characters = 0; lines.length < ROWS && characters < CHARACTERS && done < table.rows; done += 1) {
      const line = await reader.take();
      lines.push(line);
      characters += line.length;
    }
    await asBroken(table.name, () => query(em, insert, [`[${lines.join(',')}]`]));
    options.onProgress?.({ table: table.name, done, rows: table.rows });
  }
}

/** What the database refuses of the rows is the backup's fault: texts that are no values (22…), rules broken (23…). */
async function asBroken(table: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DatabaseError) || !/^2[23]/.test(error.sqlState ?? '')) throw error;
    const place = table === '' ? '' : `${table}: `;
    throw backupBroken({ en: `${place}${error.message}`, zh: `${place}${error.messages.zh}` });
  }
}

async function checkEnd(reader: LineReader): Promise<void> {
  const line = await reader.next();
  if (line === null) throw cutShort();
  const end = backupEnd.safeParse(json(line));
  if (!end.success || end.data.sha256 !== reader.digest() || (await reader.next()) !== null) {
    throw backupBroken({ en: 'it is not as it was written', zh: '文件内容已被改动' });
  }
}

async function check(em: SqlEntityManager, table: BackedUpTable): Promise<void> {
  const found = await digestOf(em, table.name, table.columns);
  if (found.rows === table.rows && found.digest === table.digest) return;
  throw backupBroken({
    en: `the rows of ${table.name} are not those that were saved`,
    zh: `表 ${table.name} 的数据与备份时不一致`,
  });
}

async function setSequences(em: SqlEntityManager, header: BackupHeader): Promise<void> {
  for (const [name, value] of Object.entries(header.sequences))
    await query(em, `select setval($1::text::regclass, $2::bigint)`, [`public.${ident(name)}`, value]);
}
