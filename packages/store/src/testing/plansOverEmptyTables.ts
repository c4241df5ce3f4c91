import type { SqlEntityManager } from '@mikro-orm/sql';
import { query, queryOne } from '../query.ts';

/**
 * Lets plans that are made from now on think the tables small, as they are while they are empty and have been counted;
 * what is put in may refer to nothing. In a transaction, before anything is planned: the setting has all plans made anew.
 */
export async function thinkTablesSmall(em: SqlEntityManager): Promise<void> {
  await query(em, 'set local session_replication_role = replica');
  await query(em, 'analyze');
}

/** How often this transaction has read these tables whole, and how often by an index. */
export async function scansOf(
  em: SqlEntityManager,
  tables: readonly string[],
): Promise<{ readonly scans: number; readonly looks: number }> {
  const counted = await queryOne<{ scans: number; looks: number }>(
    em,
    `select sum(seq_scan) as scans, sum(idx_scan) as looks from pg_stat_xact_user_tables where relname = any($1::text[])`,
    [tables],
  );
  return counted ?? { scans: 0, looks: 0 };
}
