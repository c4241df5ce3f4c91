import { afterAll, describe, inject } from 'vitest';
import type { Store } from '../openStore.ts';
import { openPgliteForTest } from './openPgliteForTest.ts';
import { openPostgreSqlForTest } from './openPostgreSqlForTest.ts';

/** Gives an empty, migrated database of its own, every time it is called. */
export type Open = () => Promise<Store>;

/**
 * Runs a suite twice, on PGlite and on PostgreSQL. `open()` may be called in a hook or in a test, as often as
 * needed; what is left open is closed, and made databases are dropped, after the suite.
 *
 *   eachDatabase('commit', (open) => {
 *     let store: Store;
 *     beforeAll(async () => { store = await open(); });
 *     test('…', async () => { await query(store.em(), 'select 1'); });
 *   });
 */
export function eachDatabase(name: string, suite: (open: Open, kind: 'pglite' | 'postgresql') => void): void {
  for (const kind of ['pglite', 'postgresql'] as const) {
    describe(`${name} on ${kind}`, () => {
      const opened: Store[] = [];
      suite(async () => {
        const store = await (kind === 'pglite' ? openPgliteForTest() : openPostgreSqlForTest(inject('postgresUrl')));
        opened.push(store);
        return store;
      }, kind);
      afterAll(async () => {
        for (const store of opened) await store.close();
      });
    });
  }
}
