import { TransactionPropagation } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { databaseUnreachable, isUnreachable } from './databaseUnreachable.ts';

/**
 * Runs `work` in one transaction: committed when it resolves (entities changed through its `em` are flushed first),
 * rolled back when it throws. Inside another transaction it joins that one.
 *
 * Use only the `em` it passes. PGlite has one connection, so a query through another EntityManager inside `work`
 * waits for this transaction, which waits for it.
 *
 * Throws `database-unreachable` when the connection is lost; whether it was committed by then is not known.
 */
export async function transaction<Result>(
  em: SqlEntityManager,
  work: (em: SqlEntityManager) => Promise<Result>,
): Promise<Result> {
  try {
    return await em.transactional(work, { propagation: TransactionPropagation.REQUIRED });
  } catch (error) {
    throw isUnreachable(error) ? databaseUnreachable(error) : error;
  }
}
