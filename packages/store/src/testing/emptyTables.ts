import type { Store } from '../openStore.ts';
import { query } from '../query.ts';

/** Empties every table but the list of migrations. */
export async function emptyTables(store: Store): Promise<void> {
  const em = store.em();
  const [found] = await query<{ names: string }>(
    em,
    `select string_agg(oid::regclass::text, ', ') as names from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'mikro_orm_migrations'`,
  );
  await query(em, `truncate ${found?.names}`);
}
