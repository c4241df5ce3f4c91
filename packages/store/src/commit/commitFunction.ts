/**
 * Everything that a batch of plans changes, in one call of one function: one round trip however many instances, tasks
 * and events. Its statements run one after another, each prepared once per connection, and only those that the batch
 * has something for.
 *
 * The document has an array for each table, under the letters that `commitRows` gives them. Either all of it is written
 * or nothing: `DW001` tells of commands that were done before (the detail: their ids), `DW002` of instances or tasks
 * that are not as they were read (the detail: the instances' ids, where it is known which).
 *
 * The planner is told to go by the indexes: the plans are kept, and made when the tables may still be empty.
 */
export const commitFunction = `
create or replace function commit_plans(doc jsonb) returns void language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  counted integer;
  names jsonb;
begin
  if doc ? 'k' then
    with r as (select * from jsonb_to_recordset(doc->'k') as r(id text, i text, result jsonb, at timestamptz)),
    made as (
      insert into command_log (id, instance_id, result, at) select id, i, result, at from r order by id
      on conflict (id) do nothing returning id)
    select jsonb_agg(r.id) into names from r where not exists (select 1 from made where made.id = r.id);
    if names is not null then
      raise exception 'done before' using errcode = 'DW001', detail = names::text;
    end if;
  end if;

  -- in the order of their ids, so that two batches never wait for each other
  if jsonb_array_length(doc->'m') > 1 then
    perform 1 from instance
    where id in (select r->>'id' from jsonb_array_elements(doc->'m') as r) order by id for no key update;
  end if;
  if doc ? 'n' then
    with r as (
      select * from jsonb_to_recordset(doc->'n') as r(id text, d text, p text, status text, outcome text, stage text,
        state jsonb, pi text, pt integer, sa timestamptz, ea timestamptz)),
    made as (
      insert into instance (id, deployment_id, process_id, status, outcome, stage, state, revision, parent_instance_id,
        parent_token, started_at, ended_at)
      select id, d, p, status, outcome, stage, state, 1, pi, pt, sa, ea from r
      on conflict (id) do nothing returning id)
    select jsonb_agg(r.id) into names from r where not exists (select 1 from made where made.id = r.id);
    if names is not null then
      raise exception 'there already' using errcode = 'DW002', detail = names::text;
    end if;
  end if;
  if doc ? 'm' then
    with r as (
      select * from jsonb_to_recordset(doc->'m') as r(id text, status text, outcome text, stage text, state jsonb,
        rev integer, ea timestamptz)),
    moved as (
      update instance set status = r.status, outcome = r.outcome, stage = r.stage, state = r.state,
        revision = r.rev + 1, ended_at = r.ea
      from r where instance.id = r.id and instance.revision = r.rev
      returning instance.id)
    -- not by their revision: another's commit leaves the same number
    select jsonb_agg(r.id) into names from r where not exists (select 1 from moved where moved.id = r.id);
    if names is not null then
      raise exception 'moved on' using errcode = 'DW002', detail = names::text;
    end if;
  end if;

  -- a deal whose instance is over has its closing facts, whatever ended it; a won one the value at that moment
  if doc ? 'z' then
    update deal d set closed_at = r.ea, updated_at = r.ea,
      close_value = case when r.o = 'won' then d.value else d.close_value end
    from jsonb_to_recordset(doc->'z') as r(i text, o text, ea timestamptz)
    where d.instance_id = r.i and d.closed_at is null;
  end if;

  -- tasks that are closed; those that are named with a revision must be there at it
  if doc ? 'x' then
    with r as (
      select * from jsonb_to_recordset(doc->'x') as r(i text, id text, rev integer, s text, a text, at timestamptz,
        c text, led integer[],
        f boolean)),
    gone as (
      delete from open_task t using r where t.id = r.id and (r.rev is null or t.revision = r.rev)
      returning t.*, r.s, r.a, r.at, r.c, r.led, r.f),
    off as (delete from offered_task o using gone where o.task_id = gone.id and gone.assignee_id is null),
    closed as (
      insert into closed_task (id, completed_at, created_at, claimed_at, due_at, token, turn, priority, cancelled,
        finished, node_id, assignee_id, completed_by, command_id, led_to, candidates, approve, approvals, item)
      select id, at, created_at, claimed_at, due_at, token, turn, nullif(priority, 0), s = 'cancelled',
        coalesce(f, false), node_id, assignee_id, a, c, led, nullif(candidates, '{}'), nullif(approve, 'any'),
        nullif(approvals, '[]'), item
      from gone where s is not null
      returning 1)
    select count(*) into counted from gone;
    if counted < jsonb_array_length(doc->'x') then
      select jsonb_agg(distinct r.i) into names
      from jsonb_to_recordset(doc->'x') as r(i text, id text, rev integer, s text)
      where r.rev is not null and not exists (select 1 from closed_task c where c.id = r.id);
      if names is not null then
        raise exception 'task changed' using errcode = 'DW002', detail = names::text;
      end if;
      raise exception 'a task that is not open can not be released' using errcode = 'DW003';
    end if;
  end if;
  -- whatever else a token may have had
  if doc ? 'o' then
    with r as (
      select * from jsonb_to_recordset(doc->'o') as r(i text, token integer, stays boolean, again boolean, reason text,
        a text, at timestamptz)),
    -- an incident had closed a task, and its retry opens it again
    reopened as (delete from closed_task c using r where r.again and c.id = r.i || ':' || r.token),
    standing as (
      delete from standing_token s using r where s.instance_id = r.i and s.token = r.token and not r.stays),
    jobs as (delete from job using r where job.instance_id = r.i and job.token = r.token),
    subscriptions as (delete from subscription s using r where s.instance_id = r.i and s.token = r.token)
    update incident set resolved_at = r.at, resolved_by = r.a, resolution = r.reason
    from r where incident.instance_id = r.i and incident.token = r.token and incident.resolved_at is null;
  end if;

  if doc ? 'p' then
    insert into standing_token (instance_id, token, deployment_id, node_id, since)
    select i, token, d, n, at
    from jsonb_to_recordset(doc->'p') as r(i text, token integer, d text, n text, at timestamptz)
    on conflict (instance_id, token) do nothing;
  end if;
  if doc ? 't' then
    insert into open_task (id, instance_id, token, deployment_id, process_id, node_id, assignee_id, candidates, approve,
      revision, created_at, due_at, priority, turn, item)
    select id, i, token, d, p, n, a, c, ap, rev, at, due, pr, turn, item
    from jsonb_to_recordset(doc->'t') as r(id text, i text, token integer, d text, p text, n text, a text, c text[],
      ap text, rev integer, at timestamptz, due timestamptz, pr integer, turn integer, item text);
  end if;
  if doc ? 'w' then
    insert into offered_task (principal, due, task_id)
    select p, due, t from jsonb_to_recordset(doc->'w') as r(p text, due timestamptz, t text);
  end if;
  if doc ? 'j' then
    insert into job (id, instance_id, process_id, token, kind, queue, priority, due_at, payload, max_attempts)
    select id, i, p, token, kind, q, pr, due, payload, most
    from jsonb_to_recordset(doc->'j') as r(id text, i text, p text, token integer, kind text, q text, pr integer,
      due timestamptz, payload jsonb, most integer);
  end if;
  if doc ? 's' then
    insert into subscription (id, instance_id, token, kind, name, correlation, created_at)
    select id, i, token, kind, name, correlation, at
    from jsonb_to_recordset(doc->'s') as r(id text, i text, token integer, kind text, name text, correlation text,
      at timestamptz);
  end if;
  if doc ? 'c' then
    insert into incident (id, instance_id, token, node_id, code, message, job_id, raised_at)
    select id, i, token, n, code, message, job, at
    from jsonb_to_recordset(doc->'c') as r(id text, i text, token integer, n text, code text, message jsonb, job text,
      at timestamptz);
  end if;
  if doc ? 'h' then
    insert into step (instance_id, seq, process_id, at, actor_id, types, elements, tokens, detail)
    select i, seq, p, at, a, y, e, k, x
    from jsonb_to_recordset(doc->'h') as r(i text, seq bigint, p text, at timestamptz, a text, y text,
      e text[], k integer[], x jsonb);
  end if;
  if doc ? 'a' then
    insert into audit (id, at, actor_id, action, subject_type, subject_id, before, after)
    select id, at, a, action, st, si, before, after
    from jsonb_to_recordset(doc->'a') as r(id text, at timestamptz, a text, action text, st text, si text,
      before jsonb, after jsonb);
  end if;
end $$`;
