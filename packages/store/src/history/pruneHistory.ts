import { CompiledQuery } from 'kysely';
import type { Store } from '../openStore.ts';
import { query, queryOne } from '../query.ts';
import { chooseLeaving } from './chooseLeaving.ts';
import { deleteLeaving, markExported } from './deleteLeaving.ts';
import { exportHistory } from './exportHistory.ts';
import { auditEnd, deleteAudit } from './forgetOld.ts';

/** Any constant that no other lock on the same database has. */
const LOCK = 7_311_626_022;

export interface PruneOptions {
  /** epoch milliseconds */
  readonly now: number;
  /**
   * Keeps the lines of the export somewhere, and resolves only when they will survive a power cut there; null: what is
   * deleted is gone. Not called when there is nothing to delete.
   */
  readonly keep: ((lines: AsyncIterable<string>) => Promise<void>) | null;
}

export interface Pruned {
  readonly instances: number;
  readonly audit: number;
}

/**
 * Deletes the history, and the entries of the audit trail, that have been kept for as long as `retention` says, after
 * they have been exported. Throws what `keep` throws, with nothing deleted. Of several servers one does it.
 *
 * @returns what was deleted; null when another server is at it
 */
export async function pruneHistory(store: Store, options: PruneOptions): Promise<Pruned | null> {
  return alone(store, async () => {
    const em = store.em();
    // what an earlier run has exported and not got to delete
    const before = await deleteLeaving(em);
    const chosen = await chooseLeaving(em, options.now);
    const auditBefore = await auditEnd(em, options.now);
    if (chosen === 0 && !(await hasAudit(store, auditBefore))) return { instances: before, audit: 0 };
    const at = new Date(options.now).toISOString();
    if (options.keep) await options.keep(exportHistory(em, { what: 'leaving', auditBefore, at }));
    await markExported(em);
    const instances = before + (await deleteLeaving(em));
    return { instances, audit: auditBefore === null ? 0 : await deleteAudit(em, auditBefore) };
  });
}

async function hasAudit(store: Store, before: string | null): Promise<boolean> {
  if (before === null) return false;
  return (await queryOne(store.em(), 'select 1 from audit where at < $1::timestamptz limit 1', [before])) !== null;
}

/** Runs `work` unless another server does. An embedded database has no other. */
async function alone<Result>(store: Store, work: () => Promise<Result>): Promise<Result | null> {
  if (store.kind === 'pglite') return work();
  return store
    .em()
    .getConnection()
    .getClient()
    .connection()
    .execute(async (holder) => {
      const sql = (text: string) => CompiledQuery.raw(text, [LOCK]);
      const tried = await holder.executeQuery<{ got: boolean }>(sql('select pg_try_advisory_lock($1) as got'));
      if (tried.rows[0]?.got !== true) return null;
      try {
        return await work();
      } finally {
        await holder.executeQuery(sql('select pg_advisory_unlock($1)'));
      }
    });
}

/** Counts anew what the planner knows of the history as a whole; PostgreSQL's own daemon looks at partitions only. */
export async function analyzeHistory(store: Store): Promise<void> {
  await query(store.em(), 'analyze step');
}
