import type { SqlEntityManager } from '@mikro-orm/sql';
import { query } from '../query.ts';

/** A command that is sent again after that many days is a new one. */
export const COMMAND_DAYS = 30;
const DAY = 86_400_000;

/**
 * Deletes what is of no more use to anybody: answers of commands that nobody will send again, and messages whose time
 * to live is over. @param now epoch milliseconds
 */
export async function forgetOld(em: SqlEntityManager, now: number): Promise<void> {
  await query(em, 'delete from command_log where at < $1', [new Date(now - COMMAND_DAYS * DAY)]);
  await query(em, 'delete from message where expires_at <= $1', [new Date(now)]);
}

/** The time before which entries of the audit trail may go, ISO 8601; null when they are kept for ever. */
export async function auditEnd(em: SqlEntityManager, now: number): Promise<string | null> {
  const rows = await query<{ before: string }>(
    em,
    `select $1::timestamptz - days * interval '1 day' as before from retention where subject = 'audit'`,
    [new Date(now)],
  );
  return rows[0]?.before ?? null;
}

/** Deletes the entries of the audit trail before a time (ISO 8601), some thousand at a time. */
export async function deleteAudit(em: SqlEntityManager, before: string): Promise<number> {
  for (let count = 0; ;) {
    const rows = await query(
      em,
      `delete from audit where id in (select id from audit where at < $1::timestamptz order by at limit 5000) returning 1`,
      [before],
    );
    if (rows.length === 0) return count;
    count += rows.length;
  }
}
