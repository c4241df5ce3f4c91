import type { SqlEntityManager } from '@mikro-orm/sql';
import { batched } from './batched.ts';
import { prepared } from './prepared.ts';
import { query } from './query.ts';

/**
 * A lookup by key that shares its question with the others of the same moment, over whichever database it is asked
 * with. See `batched`. Not for within a transaction: what that has written it does not see.
 */
export function lookup<Value>(
  load: (em: SqlEntityManager, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (em: SqlEntityManager | (() => SqlEntityManager), key: string) => Promise<Value | null> {
  const over = new WeakMap<object, (key: string) => Promise<Value | null>>();
  return (em, key) => {
    let find = over.get(em);
    if (!find) {
      // one for all questions: it keeps nothing of what was asked with it
      const asks = typeof em === 'function' ? em() : em;
      over.set(em, (find = batched((keys) => load(asks, keys))));
    }
    return find(key);
  };
}

/** The same for what one statement finds: `sql` gives the rows of the keys `$1::text[]`, of each key at most one. */
export function rowLookup<Row extends object>(sql: string, keyOf: (row: Row) => string) {
  const statement = prepared(sql);
  return lookup<Row>(async (em, keys) => {
    const rows = await query<Row>(em, statement, [keys]);
    return new Map(rows.map((row) => [keyOf(row), row]));
  });
}
