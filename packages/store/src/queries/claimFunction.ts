import { BY_INDEXES } from './byIndexes.ts';

/**
 * The kinds of waiting: one queue, process and priority each, found by jumping from one to the next in the index, so
 * that it takes as long as there are kinds and not as there are jobs.
 */
const KINDS = `
  with recursive kinds as (
    (select queue, process_id, priority from job where status = 'ready' order by queue, process_id, priority limit 1)
    union all
    select n.queue, n.process_id, n.priority from kinds k cross join lateral (
      select queue, process_id, priority from job
      where status = 'ready' and (queue, process_id, priority) > (k.queue, k.process_id, k.priority)
      order by queue, process_id, priority limit 1) n)`;

const CLAIMABLE = `status = 'ready' and due_at <= moment and (locked_until is null or locked_until <= moment)`;

/**
 * Gives the server jobs that are due, until `until`: of each queue as many as it has slots (`free` by queue, `other` for
 * those that it does not name). The processes that have something due in a queue share its slots equally, whoever has
 * more waiting; within a process the highest priority goes first, then what has been due longest.
 *
 * The claim need not have reached the disk when it is answered: a database that crashes and forgets it has jobs that
 * nobody has, and whoever thought to have them finds that out.
 */
export const claimFunction = `
create or replace function claim_jobs(moment timestamptz, until timestamptz, server text, free jsonb, other integer)
returns table (id text, instance_id text, token integer, kind text, payload jsonb, due_at timestamptz,
  attempts integer, max_attempts integer, queue text, revision integer)
language plpgsql ${BY_INDEXES} as $$
#variable_conflict use_column
begin
  perform set_config('synchronous_commit', 'off', true);
  return query
  ${KINDS},
  waiting as materialized (
    select k.queue, k.process_id, k.priority, coalesce((free->>k.queue)::integer, other) as slots from kinds k
    where coalesce((free->>k.queue)::integer, other) > 0 and exists (
      select 1 from job j
      where j.queue = k.queue and j.process_id = k.process_id and j.priority = k.priority and ${CLAIMABLE})),
  shares as (
    select queue, process_id, min(slots) as slots,
      ceil(min(slots)::numeric / count(*) over (partition by queue))::integer as share
    from waiting group by queue, process_id),
  found as (
    select s.queue, s.slots, j.id, j.due_at,
      row_number() over (partition by s.queue, s.process_id order by j.priority desc, j.due_at) as turn
    from shares s cross join lateral (
      select c.id, c.due_at, w.priority from waiting w cross join lateral (
        select id, due_at from job j
        where j.queue = w.queue and j.process_id = w.process_id and j.priority = w.priority and ${CLAIMABLE}
        order by j.due_at limit s.share for update skip locked) c
      where w.queue = s.queue and w.process_id = s.process_id
      order by w.priority desc, c.due_at limit s.share) j),
  taken as (
    select id from (select id, slots, row_number() over (partition by queue order by turn, due_at) as place from found) f
    where place <= slots)
  update job set locked_until = until, locked_by = server, attempts = job.attempts + 1
  from taken where job.id = taken.id
  returning job.id, job.instance_id, job.token, job.kind, job.payload, job.due_at, job.attempts, job.max_attempts,
    job.queue, (select i.revision from instance i where i.id = job.instance_id);
end $$`;

/** When the next job that nobody has is due; those of the queues in `busy` don't count. Null when there is none. */
export const nextDueFunction = `
create or replace function next_due(busy text[]) returns timestamptz language plpgsql ${BY_INDEXES} as $$
declare
  earliest timestamptz;
begin
  ${KINDS}
  select min(j.due_at) into earliest from kinds k cross join lateral (
    select due_at from job
    where status = 'ready' and queue = k.queue and process_id = k.process_id and priority = k.priority
      and locked_until is null
    order by due_at limit 1) j
  where k.queue <> all (busy);
  return earliest;
end $$`;
