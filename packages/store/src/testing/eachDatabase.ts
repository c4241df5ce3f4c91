import { afterAll, afterEach, beforeEach, describe, inject } from 'vitest';
import type { Store } from '../openStore.ts';
import { emptyTables } from './emptyTables.ts';
import { openPgliteForTest } from './openPgliteForTest.ts';
import { openPostgreSqlForTest } from './openPostgreSqlForTest.ts';

/**
 * Gives an empty, migrated database of its own, every time it is called. `fresh`: one that no test has used before, for
 * tests of the schema itself; `blank`: one that has no tables yet.
 */
export type Open = (how?: 'fresh' | 'blank') => Promise<Store>;

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
      // Opening takes a second of processor time, emptying a twentieth: what a test or its own hook opened is emptyTables
      // and given to the next one. What `beforeAll` opened stays the suite's.
      let lent: Store[] | null = null;
      const free: Store[] = [];
      const closed = new Set<Store>();
      beforeEach(() => {
        lent = [];
      });
      const make = async (migrate: boolean) => {
        const made = await (kind === 'pglite'
          ? openPgliteForTest(migrate)
          : openPostgreSqlForTest(inject('postgresUrl'), migrate));
        const store: Store = {
          ...made,
          close: () => {
            closed.add(store);
            return made.close();
          },
        };
        opened.push(store);
        return store;
      };
      // a test's own hook may close what it was given, before or after it is taken back
      const take = () => {
        for (let store = free.pop(); store; store = free.pop()) if (!closed.has(store)) return store;
        return undefined;
      };
      suite(async (how) => {
        const lending = lent;
        const store = (how === undefined ? take() : undefined) ?? (await make(how !== 'blank'));
        if (how === undefined) lending?.push(store);
        return store;
      }, kind);
      afterEach(async () => {
        const back = lent ?? [];
        lent = null;
        for (const store of back)
          if (!closed.has(store)) {
            await emptyTables(store);
            free.push(store);
          }
      });
      afterAll(async () => {
        for (const store of opened) await store.close();
      });
    });
  }
}
