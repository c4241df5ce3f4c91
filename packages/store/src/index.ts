export type * from './CommitPlan.ts';
/** The same on PGlite and PostgreSQL. */
export type { SqlEntityManager as EntityManager } from '@mikro-orm/sql';
