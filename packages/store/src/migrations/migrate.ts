import type { MikroORM } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { CompiledQuery } from 'kysely';
import { DealwrightError } from '../DealwrightError.ts';
import { query, queryOne } from '../query.ts';
import { migrations } from './migrations.ts';

/** Any constant will do, as long as no other program on the same database uses it. */
const LOCK = 7_311_626_019;

/**
 * Runs the migrations that the database lacks. On PostgreSQL an advisory lock lets one server do it while others that
 * start at the same time wait. Throws `database-newer` when the database knows a migration that this program does not.
 */
export async function migrate(orm: MikroORM, kind: 'pglite' | 'postgresql'): Promise<void> {
  if (kind === 'pglite') return bringUp(orm);
  const client = (orm.em as unknown as SqlEntityManager).getConnection().getClient();
  await client.connection().execute(async (holder) => {
    await holder.executeQuery(CompiledQuery.raw('select pg_advisory_lock($1)', [LOCK]));
    try {
      await bringUp(orm);
    } finally {
      await holder.executeQuery(CompiledQuery.raw('select pg_advisory_unlock($1)', [LOCK]));
    }
  });
}

/** The table that lists the migrations a database has had. */
export const MIGRATIONS_TABLE = 'mikro_orm_migrations';

/** Names of the migrations that the database has had, in their order; none when it is not one of this program's. */
export async function executedMigrations(em: SqlEntityManager): Promise<readonly string[]> {
  const found = await queryOne<{ there: boolean }>(
    em,
    `select to_regclass('public.${MIGRATIONS_TABLE}') is not null as there`,
  );
  if (found?.there !== true) return [];
  const rows = await query<{ name: string }>(em, `select name from ${MIGRATIONS_TABLE} order by id`);
  return rows.map((row) => row.name);
}

/**
 * How the schema stands to this program: migrations that it lacks, and those that another version has brought. Throws
 * `database-unreachable`, so that it tells of the connection too.
 */
export async function migrationState(
  em: SqlEntityManager,
): Promise<{ readonly missing: readonly string[]; readonly unknown: readonly string[] }> {
  const executed = await executedMigrations(em);
  return {
    missing: knownMigrations.filter((name) => !executed.includes(name)),
    unknown: executed.filter((name) => !knownMigrations.includes(name)),
  };
}

/** Names of those that this program has. */
export const knownMigrations: readonly string[] = migrations.map((migration) => migration.name);

/**
 * Has a schema changed within a transaction, so that it is undone with the rest. Call it before the transaction begins;
 * what it answers runs, in the transaction of the `em` it is given, those of the named migrations that the database
 * lacks, or all of them.
 */
export async function migrationsWithin(
  orm: MikroORM,
  kind: 'pglite' | 'postgresql',
): Promise<(em: SqlEntityManager, names?: readonly string[]) => Promise<void>> {
  // makes the list of migrations where there is none, which the migrator does on a connection of its own
  await orm.migrator.getExecuted();
  return async (em, names) => {
    if (kind === 'postgresql') await query(em, 'select pg_advisory_xact_lock($1)', [LOCK]);
    await orm.migrator.up({
      transaction: em.getTransactionContext(),
      ...(names === undefined ? {} : { migrations: [...names] }),
    });
  };
}

async function bringUp(orm: MikroORM): Promise<void> {
  const known = new Set<string>(migrations.map((migration) => migration.name));
  const executed = await orm.migrator.getExecuted();
  const unknown = executed.map((migration) => migration.name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw databaseNewer(unknown);
  if (executed.length < migrations.length) await orm.migrator.up();
}

function databaseNewer(unknown: readonly string[]): DealwrightError {
  const names = unknown.join(', ');
  return new DealwrightError(
    'database-newer',
    {
      en: `The database was made by a newer version of Dealwright (it has ${names}). Start that version, or restore a backup from before it.`,
      zh: `该数据库由更新版本的 Dealwright 创建（包含 ${names}）。请启动相应的新版本，或恢复升级前的备份。`,
    },
    { unknown },
  );
}
