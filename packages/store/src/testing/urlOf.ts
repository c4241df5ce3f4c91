import { inject } from 'vitest';
import type { Store } from '../openStore.ts';
import { queryOne } from '../query.ts';

/** The connection string of a PostgreSQL store that a test has open. */
export async function urlOf(store: Store): Promise<string> {
  const row = await queryOne<{ name: string }>(store.em(), 'select current_database() as name');
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${row?.name}`;
  return url.href;
}
