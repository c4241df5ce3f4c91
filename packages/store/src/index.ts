export type { DecisionFile } from './DecisionFile.ts';
export { CommandRepeated } from './commit/CommandRepeated.ts';
export { commit } from './commit/commit.ts';
export * from './commit/CommitPlan.ts';
export { principalsOf } from './commit/commitRows.ts';
export { standingTokens } from './commit/standingTokens.ts';
export { StaleInstance } from './commit/StaleInstance.ts';
export { DatabaseError } from './DatabaseError.ts';
export { DealwrightError, type Message } from './DealwrightError.ts';
export * from './entities/index.ts';
export { openStore, type Store, type StoreOptions } from './openStore.ts';
export * from './queries/index.ts';
export { type Parameter, query, queryOne } from './query.ts';
export { transaction } from './transaction.ts';
/** The same on PGlite and PostgreSQL. */
export type { SqlEntityManager as EntityManager } from '@mikro-orm/sql';
