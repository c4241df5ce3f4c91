import { openPgliteForTest } from '../../packages/store/src/testing/openPgliteForTest.ts';
import { openPostgreSqlForTest } from '../../packages/store/src/testing/openPostgreSqlForTest.ts';
import { withServer } from '../conformance/execution/withServer.ts';
import type { Failure } from './runSeeds.ts';
import { tryDurable } from './tryDurable.ts';

/** Runs the models of `runs` seeds through the runtime, on PGlite and on PostgreSQL; answers what went another way than purely. */
export async function runDurably(first: number, runs: number): Promise<readonly Failure[]> {
  if (runs === 0) return [];
  const failures: Failure[] = [];
  for (const database of ['pglite', 'postgresql'] as const) {
    await withServer(database, async (serverUrl) => {
      const store = serverUrl === null ? await openPgliteForTest() : await openPostgreSqlForTest(serverUrl);
      try {
        for (let seed = first; seed < first + runs; seed++) {
          const wrong = await tryDurable(store, seed);
          if (wrong.length > 0) failures.push({ seed, wrong: wrong.map((what) => `${database}: ${what}`) });
        }
      } finally {
        await store.close();
      }
    });
  }
  return failures;
}
