/**
 * Everything that a batch of plans changes, in one statement: one round trip however many instances, tasks and events.
 *
 * All parts of one statement see the same snapshot and run in no stated order, so the order that matters is made by
 * dependence: `command` before `plan`, `plan` before everything, and each `…_gone` before the insert into the same
 * table, which reads its count. (A row deleted earlier in the statement no longer takes up its key.)
 *
 * $1 … $11 are the arrays of `CommitRows`, as JSON.
 */
export const commitStatement = `
with
command as (
  insert into command_log (id, instance_id, result, at)
  select id, i, result, at from jsonb_to_recordset($11::jsonb) as r(id text, i text, result jsonb, at timestamptz)
  on conflict (id) do nothing
  returning id),
plan as materialized (
  select r.* from jsonb_to_recordset($1::jsonb) as r(n integer, id text, "deploymentId" text, "processId" text,
    status text, outcome text, stage text, state jsonb, revision integer, "parentInstanceId" text,
    "parentToken" integer, "startedAt" timestamptz, "endedAt" timestamptz, command text)
  where r.command is null or r.command in (select id from command)),
instance_new as (
  insert into instance (id, deployment_id, process_id, status, outcome, stage, state, revision, parent_instance_id,
    parent_token, started_at, ended_at)
  select id, "deploymentId", "processId", status, outcome, stage, state, 1, "parentInstanceId", "parentToken",
    "startedAt", "endedAt"
  from plan where revision = 0
  on conflict (id) do nothing
  returning id),
instance_moved as (
  update instance set status = plan.status, outcome = plan.outcome, stage = plan.stage, state = plan.state,
    revision = plan.revision + 1, ended_at = plan."endedAt"
  from plan where instance.id = plan.id and plan.revision > 0 and instance.revision = plan.revision
  returning instance.id),
released as materialized (
  select r.* from jsonb_to_recordset($2::jsonb) as r(n integer, i text, token integer, task text, stays boolean,
    reason text, actor text, at timestamptz)
  join plan on plan.n = r.n),
position_gone as (
  delete from position p using released r where p.instance_id = r.i and p.token = r.token and not r.stays
  returning 1),
position_new as (
  insert into position (instance_id, token, deployment_id, node_id, since)
  select r.i, r.token, plan."deploymentId", r."nodeId", r.since
  from jsonb_to_recordset($3::jsonb) as r(n integer, i text, token integer, "nodeId" text, since timestamptz)
  join plan on plan.n = r.n
  where (select count(*) from position_gone) >= 0
  on conflict (instance_id, token) do nothing),
worklist_gone as (
  delete from worklist w using released r where w.task_id = r.i || ':' || r.token
  returning 1),
task_closed as (
  update task set status = r.task, completed_at = r.at, completed_by = r.actor, revision = task.revision + 1, draft = null
  from released r where task.id = r.i || ':' || r.token and task.status = 'open' and r.task is not null),
task_new as (
  insert into task (id, instance_id, token, deployment_id, process_id, node_id, status, assignee_id, candidates, approve,
    created_at, due_at, priority, turn, item)
  select r.i || ':' || r.token, r.i, r.token, plan."deploymentId", plan."processId", r."nodeId", 'open',
    r."assigneeId", r.candidates, r.approve, r.at, r."dueAt", r.priority, r.turn, r.item
  from jsonb_to_recordset($4::jsonb) as r(n integer, i text, token integer, "nodeId" text, "assigneeId" text,
    candidates text[], approve text, "dueAt" timestamptz, priority integer, turn integer, item text, at timestamptz)
  join plan on plan.n = r.n
  on conflict (id) do update set status = 'open', node_id = excluded.node_id, assignee_id = excluded.assignee_id,
    claimed_at = null, candidates = excluded.candidates, approve = excluded.approve, approvals = '[]', draft = null,
    revision = task.revision + 1, created_at = excluded.created_at, due_at = excluded.due_at,
    priority = excluded.priority, completed_at = null, completed_by = null, turn = excluded.turn,
    item = excluded.item),
worklist_new as (
  insert into worklist (principal, due, task_id)
  select r.principal, r.due, r.task
  from jsonb_to_recordset($5::jsonb) as r(n integer, principal text, due timestamptz, task text)
  join plan on plan.n = r.n
  where (select count(*) from worklist_gone) >= 0),
job_gone as (
  delete from job using released r where job.instance_id = r.i and job.token = r.token
  returning 1),
job_new as (
  insert into job (id, instance_id, token, kind, due_at, payload, max_attempts)
  select r.id, r.i, r.token, r.kind, r."dueAt", r.payload, r."maxAttempts"
  from jsonb_to_recordset($6::jsonb) as r(n integer, id text, i text, token integer, kind text, "dueAt" timestamptz,
    payload jsonb, "maxAttempts" integer)
  join plan on plan.n = r.n
  where (select count(*) from job_gone) >= 0),
subscription_gone as (
  delete from subscription s using released r where s.instance_id = r.i and s.token = r.token
  returning 1),
subscription_new as (
  insert into subscription (id, instance_id, token, kind, name, correlation, created_at)
  select r.i || ':' || r.token, r.i, r.token, r.kind, r.name, r.correlation, r.at
  from jsonb_to_recordset($7::jsonb) as r(n integer, i text, token integer, kind text, name text, correlation text,
    at timestamptz)
  join plan on plan.n = r.n
  where (select count(*) from subscription_gone) >= 0),
incident_resolved as (
  update incident set resolved_at = r.at, resolved_by = r.actor, resolution = r.reason
  from released r where incident.instance_id = r.i and incident.token = r.token and incident.resolved_at is null),
incident_new as (
  insert into incident (id, instance_id, token, node_id, code, message, job_id, raised_at)
  select r.id, r.i, r.token, r."nodeId", r.code, r.message, r."jobId", r.at
  from jsonb_to_recordset($8::jsonb) as r(n integer, id text, i text, token integer, "nodeId" text, code text,
    message jsonb, "jobId" text, at timestamptz)
  join plan on plan.n = r.n),
history_new as (
  insert into history (instance_id, seq, deployment_id, process_id, type, element_id, token, at, actor_id, detail)
  select r.i, r.seq, plan."deploymentId", plan."processId", r.type, r."elementId", r.token, r.at, r.actor, r.detail
  from jsonb_to_recordset($9::jsonb) as r(n integer, i text, seq bigint, type text, "elementId" text, token integer,
    at timestamptz, actor text, detail jsonb)
  join plan on plan.n = r.n),
audit_new as (
  insert into audit (id, at, actor_id, action, subject_type, subject_id, before, after)
  select r.id, r.at, r.actor, r.action, r."subjectType", r."subjectId", r.before, r.after
  from jsonb_to_recordset($10::jsonb) as r(n integer, id text, at timestamptz, actor text, action text,
    "subjectType" text, "subjectId" text, before jsonb, after jsonb)
  join plan on plan.n = r.n)
select plan.id,
  (plan.id in (select id from instance_new) or plan.id in (select id from instance_moved)) as written
from plan`;
