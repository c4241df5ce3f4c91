import type { SqlEntityManager } from '@mikro-orm/sql';
import { MIGRATIONS_TABLE } from '../migrations/migrate.ts';
import { query, queryOne } from '../query.ts';
import type { BackupHeader } from './BackupHeader.ts';

export interface TableShape {
  readonly name: string;
  /** those that are stored and not computed, in the table's order; the type as PostgreSQL writes it */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** A name in SQL. */
export function ident(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Texts of values are the same whatever the database's or the connection's own settings. */
export async function fixTexts(em: SqlEntityManager): Promise<void> {
  for (const setting of [
    `timezone = 'UTC'`,
    `datestyle = 'ISO, YMD'`,
    `intervalstyle = 'iso_8601'`,
    `bytea_output = 'hex'`,
    'extra_float_digits = 1',
  ])
    await query(em, `set local ${setting}`);
}

const OURS = `c.relnamespace = 'public'::regnamespace
  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

/** Every table that has rows of its own, partitioned ones as one, without the list of migrations. */
export async function readTables(em: SqlEntityManager): Promise<readonly TableShape[]> {
  return query<{ name: string; columns: TableShape['columns'] }>(
    em,
    `select c.relname as name,
       json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
         as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where ${OURS} and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> $1
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname order by c.relname`,
    [MIGRATIONS_TABLE],
  );
}

/** Partitions, each after the table it is one of. */
export async function readPartitions(em: SqlEntityManager): Promise<BackupHeader['partitions']> {
  return query<BackupHeader['partitions'][number]>(
    em,
    `with recursive tree as (
       select c.oid, 0 as depth from pg_class c where ${OURS} and c.relkind = 'p' and not c.relispartition
       union all select i.inhrelid, tree.depth + 1 from tree join pg_inherits i on i.inhparent = tree.oid)
     select c.relname as name, p.relname as of, pg_get_expr(c.relpartbound, c.oid) as bound,
       case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as by
     from tree join pg_class c on c.oid = tree.oid join pg_inherits i on i.inhrelid = c.oid
     join pg_class p on p.oid = i.inhparent
     where tree.depth > 0 order by tree.depth, c.relname`,
  );
}

/** Last values of sequences, but for the one that numbers the list of migrations. */
export async function readSequences(em: SqlEntityManager): Promise<Readonly<Record<string, number>>> {
  const rows = await query<{ name: string; value: number }>(
    em,
    `select c.relname as name, s.last_value as value
     from pg_class c join pg_sequences s on s.schemaname = 'public' and s.sequencename = c.relname
     where ${OURS} and c.relkind = 'S' and s.last_value is not null
       and not exists (select 1 from pg_depend d
         where d.objid = c.oid and d.refobjid = to_regclass('public.${MIGRATIONS_TABLE}')::oid)
     order by 1`,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** A statement that undoes a rule of the schema, and one that makes it again, for the time that rows are loaded in. */
export interface Suspension {
  readonly suspend: string;
  readonly resume: string;
}

/**
 * Foreign keys, so that rows may come in any order (also people before their managers) and are looked at once, and
 * triggers, which have done their work on these rows before.
 */
export async function readSuspensions(em: SqlEntityManager): Promise<readonly Suspension[]> {
  return query<Suspension & { order: number }>(
    em,
    `select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as suspend,
       format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as resume
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where ${OURS} and k.contype = 'f' and k.conparentid = 0
     union all
     select distinct format('alter table %s disable trigger user', c.oid::regclass),
       format('alter table %s enable trigger user', c.oid::regclass)
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where ${OURS} and not t.tgisinternal and t.tgparentid = 0
     order by 1`,
  );
}

/** A row as one line: a JSON array with the text of each column, or null. */
export function lineOf(columns: readonly string[]): string {
  return `array_to_json(array[${columns.map((name) => `${ident(name)}::text`).join(', ')}])::text`;
}

/**
 * How many rows a table has, and a digest that depends on each of them and not on their order: the sum of the first 56
 * bits of each line's SHA-256. Both databases compute the same.
 */
export async function digestOf(
  em: SqlEntityManager,
  table: string,
  columns: readonly string[],
): Promise<{ readonly rows: number; readonly digest: string }> {
  const row = await queryOne<{ rows: number; digest: string }>(
    em,
    `select count(*) as rows,
       coalesce(sum(('x' || substr(encode(sha256(convert_to(line, 'UTF8')), 'hex'), 1, 14))::bit(56)::bigint), 0)::text
         as digest
     from (select ${lineOf(columns)} as line from public.${ident(table)}) as lines`,
  );
  if (row === null) throw new Error('an aggregate answers one row');
  return row;
}
