import { createEvaluator } from '../../../packages/expression/src/index.ts';
import type { Store } from '../../../packages/store/src/index.ts';
import { emptyTables } from '../../../packages/store/src/testing/emptyTables.ts';
import { openPgliteForTest } from '../../../packages/store/src/testing/openPgliteForTest.ts';
import { openPostgreSqlForTest } from '../../../packages/store/src/testing/openPostgreSqlForTest.ts';
import type { Mode } from '../Report.ts';
import { DurableExecution } from './DurableExecution.ts';
import type { Execution, ExecutionOptions } from './Execution.ts';
import { PureExecution } from './PureExecution.ts';

/** Makes an empty execution for a case; the case closes it before the next one is opened. */
export type OpenExecution = (options: ExecutionOptions) => Promise<Execution>;

/**
 * Makes what a run in a mode needs, gives it to the run, and clears it away: for the durable modes an empty database of
 * its own, on PGlite in memory, on PostgreSQL on the server given.
 */
export async function withExecutions<T>(
  mode: Mode,
  serverUrl: string | null,
  run: (open: OpenExecution) => Promise<T>,
): Promise<T> {
  if (mode === 'pure') return run(async (options) => new PureExecution(options));
  if (mode === 'pglite') return durably(await openPgliteForTest(), run);
  if (serverUrl === null) throw new RangeError('a run on PostgreSQL needs a server');
  return durably(await openPostgreSqlForTest(serverUrl), run);
}

async function durably<T>(store: Store, run: (open: OpenExecution) => Promise<T>): Promise<T> {
  const evaluator = createEvaluator();
  try {
    return await run(async (options) => {
      await emptyTables(store);
      return new DurableExecution(store, evaluator, options);
    });
  } finally {
    await evaluator.dispose();
    await store.close();
  }
}
