import { createEvaluator } from '../../../packages/expression/src/index.ts';
import type { Store } from '../../../packages/store/src/index.ts';
import { emptyTables } from '../../../packages/store/src/testing/emptyTables.ts';
import { openPgliteForTest } from '../../../packages/store/src/testing/openPgliteForTest.ts';
import { openPostgreSqlForTest } from '../../../packages/store/src/testing/openPostgreSqlForTest.ts';
import { makePostgresServer } from '../../postgresServer.ts';
import type { Mode } from '../Report.ts';
import { DurableExecution } from './DurableExecution.ts';
import type { Execution, ExecutionOptions } from './Execution.ts';
import { PureExecution } from './PureExecution.ts';

/** Makes an empty execution for a case; the case closes it before the next one is opened. */
export type OpenExecution = (options: ExecutionOptions) => Promise<Execution>;

/**
 * Makes what a run in a mode needs, gives it to the run, and clears it away: for the durable modes a database of its
 * own. PostgreSQL is the server that `DATABASE_URL` names (a database is made on it and dropped), else real binaries
 * from npm.
 */
export async function withExecutions<T>(mode: Mode, run: (open: OpenExecution) => Promise<T>): Promise<T> {
  if (mode === 'pure') return run(async (options) => new PureExecution(options));
  if (mode === 'pglite') return durably(await openPgliteForTest(), run);
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') return durably(await openPostgreSqlForTest(given), run);
  const server = await makePostgresServer();
  try {
    await server.start();
    return await durably(await openPostgreSqlForTest(server.url), run);
  } finally {
    await server.stop();
    await server.remove();
  }
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
