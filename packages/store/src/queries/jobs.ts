import type { SqlEntityManager } from '@mikro-orm/sql';
import type { JobKind } from '../commit/CommitPlan.ts';
import { prepared } from '../prepared.ts';
import { query, queryOne } from '../query.ts';

/** A job that this server has claimed. */
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
  /** `timer`, `delivery` or `connector:<type>` */
  readonly queue: string;
  /** the instance's when the job was claimed: as long as it stands there, the job does too */
  readonly revision: number | null;
}

/** Who claims, and from when until when the jobs are theirs (ISO 8601). */
export interface Claim {
  readonly now: string;
  readonly until: string;
  readonly serverId: string;
}

const CLAIM = prepared(`
  select id, instance_id as "instanceId", token, kind, payload, due_at as "dueAt", attempts,
    max_attempts as "maxAttempts", queue, revision
  from claim_jobs($1::timestamptz, $2::timestamptz, $3, $4::jsonb, $5::integer) order by due_at, id`);

/**
 * Takes jobs that are due, of each queue as many as it has free slots (`other` for a queue that `free` does not name),
 * fairly between the processes; those of a server that died come back when its time is over. Several servers may claim
 * at once: none gets what another has. In the order in which they fell due.
 */
export function claimJobs(
  em: SqlEntityManager,
  { now, until, serverId }: Claim,
  slots: { readonly free: Readonly<Record<string, number>>; readonly other: number },
): Promise<JobRow[]> {
  return query<JobRow>(em, CLAIM, [now, until, serverId, slots.free, slots.other]);
}

const CLAIM_ONE = prepared(`
  update job set locked_until = $3::timestamptz, locked_by = $4, attempts = attempts + 1
  where id = $1 and id in (
    select id from job
    where id = $1 and status = 'ready' and due_at <= $2::timestamptz
      and (locked_until is null or locked_until <= $2::timestamptz)
    for update skip locked)
  returning id, instance_id as "instanceId", token, kind, payload, due_at as "dueAt", attempts,
    max_attempts as "maxAttempts", queue, (select revision from instance i where i.id = job.instance_id) as revision`);

/** Takes one job, if it is due and nobody has it. */
export function claimJob(em: SqlEntityManager, id: string, { now, until, serverId }: Claim): Promise<JobRow | null> {
  return queryOne<JobRow>(em, CLAIM_ONE, [id, now, until, serverId]);
}

/**
 * Gives back what this server has claimed and could not even begin or note: it may be claimed at once, as if it had not
 * been.
 */
export async function releaseJobs(em: SqlEntityManager, ids: readonly string[], serverId: string): Promise<void> {
  await query(
    em,
    `update job set locked_until = null, locked_by = null, attempts = attempts - 1
     where id = any($1::text[]) and locked_by = $2 and status = 'ready'`,
    [ids, serverId],
  );
}

/**
 * Whether the job is still this server's attempt; false when it has gone or moved on. `lock` keeps it so for the
 * transaction.
 */
export async function holdJob(
  em: SqlEntityManager,
  job: JobRow,
  serverId: string,
  how: 'lock' | 'read' = 'lock',
): Promise<boolean> {
  const row = await queryOne(
    em,
    `select 1 as held from job where id = $1 and locked_by = $2 and attempts = $3 and status = 'ready'
     ${how === 'lock' ? 'for update' : ''}`,
    [job.id, serverId, job.attempts],
  );
  return row !== null;
}

export async function deleteJob(em: SqlEntityManager, id: string): Promise<void> {
  await query(em, 'delete from job where id = $1', [id]);
}

/** Lets the job be claimed again from `dueAt` on; with as many attempts left as before this one, if it does not count. */
export async function postponeJob(
  em: SqlEntityManager,
  id: string,
  dueAt: string,
  { counts = true }: { readonly counts?: boolean } = {},
): Promise<void> {
  await query(
    em,
    `update job set due_at = $2::timestamptz, locked_until = null, locked_by = null, attempts = attempts - $3::integer
     where id = $1`,
    [id, dueAt, counts ? 0 : 1],
  );
}

/** Sets the job aside: it runs again when its incident is retried. */
export async function setJobAside(em: SqlEntityManager, id: string): Promise<void> {
  await query(em, `update job set status = 'incident', locked_until = null, locked_by = null where id = $1`, [id]);
}

/** Gives a job that was set aside all its attempts again. */
export async function reviveJob(em: SqlEntityManager, id: string, dueAt: string): Promise<void> {
  await query(em, `update job set status = 'ready', attempts = 0, due_at = $2::timestamptz where id = $1`, [id, dueAt]);
}

const NEXT_DUE = prepared('select next_due($1::text[]) as due');

/**
 * When the next job is due that no server has, ISO 8601, not counting those of the queues in `busy`; null when none is
 * waiting. What a dead server has counts when its time is over and somebody claims it.
 */
export async function nextDueAt(em: SqlEntityManager, busy: readonly string[] = []): Promise<string | null> {
  const row = await queryOne<{ due: string | null }>(em, NEXT_DUE, [busy]);
  return row?.due ?? null;
}

const NEXT_START = prepared(`select min(due_at) as due from start_subscription where kind = 'timer'`);

/** When the next timer start event is due, ISO 8601; null when there is none. */
export async function nextStartAt(em: SqlEntityManager): Promise<string | null> {
  const row = await queryOne<{ due: string | null }>(em, NEXT_START);
  return row?.due ?? null;
}
