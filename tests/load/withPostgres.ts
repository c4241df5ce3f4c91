import { openStore, type Store } from '../../packages/store/src/index.ts';
import { freshPostgresDatabase } from '../freshPostgresDatabase.ts';
import { makePostgresServer } from '../postgresServer.ts';

export interface Bench {
  /** a PostgreSQL that syncs each commit to disk, for this measurement alone */
  readonly url: string;
  /** a store over a new database of it; `to` may change the address */
  readonly openStore: (connections?: number, to?: (url: string) => string) => Promise<Store>;
}

/** Measures over a PostgreSQL of its own, which is gone afterwards with all stores over it. */
export async function withPostgres<Result>(
  work: (bench: Bench) => Promise<Result>,
  ...options: Parameters<typeof makePostgresServer>
): Promise<Result> {
  const server = await makePostgresServer(...options);
  await server.start();
  const stores: Store[] = [];
  try {
    return await work({
      url: server.url,
      async openStore(connections, to = (url) => url) {
        const url = to(await freshPostgresDatabase(server.url));
        const store = await openStore({ url, now: Date.now, ...(connections === undefined ? {} : { connections }) });
        stores.push(store);
        return store;
      },
    });
  } finally {
    for (const store of stores) await store.close();
    await server.stop();
    await server.remove();
  }
}
