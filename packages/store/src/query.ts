import { CompiledQuery, type Kysely } from 'kysely';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { DatabaseError } from './DatabaseError.ts';

/** What may be bound to `$1`, `$2` …; see `query`. */
export type Parameter =
  | null
  | string
  | number
  | boolean
  | Date
  | readonly (string | number | boolean | null)[]
  | { readonly [key: string]: unknown };

/**
 * Runs one SQL statement in the transaction that `em` is in, or on its own when it is in none. Pending changes of
 * entities are not flushed first: call `em.flush()` when the statement must see them.
 *
 * Parameters are `$1`, `$2` … and are bound, never spliced into the text. Strings, numbers and booleans go as they
 * are, a `Date` as ISO 8601, an array of them as a PostgreSQL array (`= any($1::text[])`), a plain
 * object as JSON; for a JSON array pass `JSON.stringify(rows)` and cast (`$1::jsonb`).
 *
 * Columns come back alike on both databases: `timestamptz` an ISO 8601 string in UTC (`infinity` as that word),
 * `date` 'YYYY-MM-DD', `numeric` and `bigint` (so `count(*)` too) a number, `json`/`jsonb` parsed, `text[]` an array
 * of strings, SQL null null. Column names are as the statement gives them: alias with `as "ownerId"`.
 *
 * Throws `DatabaseError`.
 */
export async function query<Row extends object>(
  em: SqlEntityManager,
  sql: string,
  parameters: readonly Parameter[] = [],
): Promise<Row[]> {
  const inTransaction = em.getTransactionContext<Kysely<unknown>>();
  const executor = inTransaction ?? em.getConnection().getClient();
  try {
    const answer = await executor.executeQuery<Row>(CompiledQuery.raw(sql, parameters.map(bind)));
    return answer.rows;
  } catch (error) {
    throw DatabaseError.from(error);
  }
}

/** The first row of `query`, or null. */
export async function queryOne<Row extends object>(
  em: SqlEntityManager,
  sql: string,
  parameters: readonly Parameter[] = [],
): Promise<Row | null> {
  const rows = await query<Row>(em, sql, parameters);
  return rows[0] ?? null;
}

/** The drivers serialise arrays, dates and numbers differently; strings they leave alone. */
function bind(value: Parameter): string | boolean | null {
  if (value instanceof Date) return value.toISOString();
  // PGlite would make a date of it where the statement has one, and throw an error of its own if it is none
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return arrayText(value as readonly (string | number | boolean | null)[]);
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return value;
}

/** An array as PostgreSQL reads it: `{"a",NULL}`. */
export function arrayText(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map(element).join(',')}}`;
}

function element(value: string | number | boolean | null): string {
  if (value === null) return 'NULL';
  if (typeof value !== 'string') return String(value);
  return /["\\]/.test(value) ? `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : `"${value}"`;
}
