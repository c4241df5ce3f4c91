import type { SqlEntityManager } from '@mikro-orm/sql';
import type { JobKind } from '../commit/CommitPlan.ts';
import { query, queryOne } from '../query.ts';

export interface JobRow {
  readonly id: string;
  readonly instanceId: string | null;
  readonly token: number;
  readonly kind: JobKind;
  readonly payload: Readonly<Record<string, unknown>>;
  /** ISO 8601 */
  readonly dueAt: string;
  /** this attempt included */
  readonly attempts: number;
  readonly maxAttempts: number;
}

const COLUMNS = `job.id, job.instance_id as "instanceId", job.token, job.kind, job.payload, job.due_at as "dueAt", job.attempts,
  job.max_attempts as "maxAttempts"`;

/**
 * Takes jobs that are due for this server until `until`; those of a server that died come back then. Several servers
 * may claim at once: none gets what another has. With `ids`, only those.
 */
export async function claimJobs(
  em: SqlEntityManager,
  claim: {
    readonly now: string;
    readonly until: string;
    readonly serverId: string;
    readonly limit: number;
    readonly ids?: readonly string[];
  },
): Promise<JobRow[]> {
  const rows = await query<JobRow>(
    em,
    `update job set locked_until = $2::timestamptz, locked_by = $3, attempts = attempts + 1
     where id in (
       select id from job
       where status = 'ready' and due_at <= $1::timestamptz and (locked_until is null or locked_until <= $1::timestamptz)
         and ($5::text[] is null or id = any($5::text[]))
       order by due_at limit $4::integer for update skip locked)
     returning ${COLUMNS}`,
    [claim.now, claim.until, claim.serverId, claim.limit, claim.ids ?? null],
  );
  return rows.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

/** Locks the job for the transaction if it is still this server's attempt; false when it has gone or moved on. */
export async function holdJob(em: SqlEntityManager, job: JobRow, serverId: string): Promise<boolean> {
  const row = await queryOne(
    em,
    `select 1 as held from job where id = $1 and locked_by = $2 and attempts = $3 and status = 'ready' for update`,
    [job.id, serverId, job.attempts],
  );
  return row !== null;
}

export async function deleteJob(em: SqlEntityManager, id: string): Promise<void> {
  await query(em, 'delete from job where id = $1', [id]);
}

/** Lets the job be claimed again from `dueAt` on. */
export async function postponeJob(em: SqlEntityManager, id: string, dueAt: string): Promise<void> {
  await query(em, 'update job set due_at = $2::timestamptz, locked_until = null, locked_by = null where id = $1', [
    id,
    dueAt,
  ]);
}

/** Sets the job aside: it runs again when its incident is retried. */
export async function setJobAside(em: SqlEntityManager, id: string): Promise<void> {
  await query(em, `update job set status = 'incident', locked_until = null, locked_by = null where id = $1`, [id]);
}

/** Gives a job that was set aside all its attempts again. */
export async function reviveJob(em: SqlEntityManager, id: string, dueAt: string): Promise<void> {
  await query(em, `update job set status = 'ready', attempts = 0, due_at = $2::timestamptz where id = $1`, [id, dueAt]);
}

/** When the next job or timer start is due, ISO 8601; null when none is waiting. */
export async function nextDueAt(em: SqlEntityManager): Promise<string | null> {
  const row = await queryOne<{ due: string | null }>(
    em,
    `select least(
       (select min(greatest(due_at, coalesce(locked_until, due_at))) from job where status = 'ready'),
       (select min(due_at) from start_subscription where kind = 'timer')) as due`,
  );
  return row?.due ?? null;
}
