import { Migration } from '@mikro-orm/migrations';

/** The first schema. Foreign keys are named `<table>_<column>_foreign`, as MikroORM's diff expects. */
export class Migration0001Foundation extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

export const statements = [
  // -- people -------------------------------------------------------------------------------------------------------
  `create table team (
    id text primary key, name text not null constraint team_name_unique unique, demo boolean not null default false)`,
  `create table person (
    id text primary key, name text not null, email text not null constraint person_email_unique unique, password_hash text null,
    manager_id text null constraint person_manager_id_foreign references person (id),
    team_id text null constraint person_team_id_foreign references team (id),
    roles text[] not null default '{}', groups text[] not null default '{}',
    active boolean not null default true, language text null, theme text null,
    external_key text null constraint person_external_key_unique unique, demo boolean not null default false, created_at timestamptz not null)`,
  // one-time links: first set-up, invitation, password reset. Only the hash of the secret is kept.
  `create table one_time_link (
    token_hash text primary key, purpose text not null,
    person_id text null constraint one_time_link_person_id_foreign references person (id),
    expires_at timestamptz not null, used_at timestamptz null)`,
  `create table session (
    token_hash text primary key,
    person_id text not null constraint session_person_id_foreign references person (id),
    csrf_token text not null, created_at timestamptz not null, expires_at timestamptz not null)`,
  `create index session_person on session (person_id)`,
  `create table sign_in_attempt (
    id text primary key, email text not null, address text not null, at timestamptz not null, succeeded boolean not null)`,
  `create index sign_in_attempt_email_at on sign_in_attempt (email, at)`,
  `create index sign_in_attempt_address_at on sign_in_attempt (address, at)`,
  // -- models -------------------------------------------------------------------------------------------------------
  `create table model (
    id text primary key, process_id text not null constraint model_process_id_unique unique, name text not null,
    labels jsonb not null default '{}', /* the process's name by language, as in the draft */
    draft_xml text not null,
    draft_revision integer not null default 1, draft_by text null constraint model_draft_by_foreign references person (id),
    created_at timestamptz not null, updated_at timestamptz not null, demo boolean not null default false)`,
  `create table deployment (
    id text primary key, model_id text not null constraint deployment_model_id_foreign references model (id),
    process_id text not null, version integer not null, xml text not null, note text not null,
    deployed_by text null constraint deployment_deployed_by_foreign references person (id),
    deployed_at timestamptz not null, constraint deployment_process_id_version_unique unique (process_id, version))`,
  // -- durable execution --------------------------------------------------------------------------------------------
  `create table instance (
    id text primary key, deployment_id text not null constraint instance_deployment_id_foreign references deployment (id),
    process_id text not null, status text not null, outcome text null,
    stage text null, /* computed from the tokens at each commit */
    state jsonb not null, revision integer not null,
    parent_instance_id text null, parent_token integer null,
    started_at timestamptz not null, ended_at timestamptz null)`,
  `create index instance_process_status on instance (process_id, status)`,
  `create index instance_deployment on instance (deployment_id)`,
  `create index instance_parent on instance (parent_instance_id) where parent_instance_id is not null`,
  // where each active instance's tokens stand: one row per token at a node
  `create table position (
    instance_id text not null constraint position_instance_id_foreign references instance (id) on delete cascade,
    token integer not null, deployment_id text not null, node_id text not null, since timestamptz not null,
    primary key (instance_id, token))`,
  `create index position_deployment_node on position (deployment_id, node_id)`,
  // a task's id is '<instance id>:<token>'
  `create table task (
    id text primary key, instance_id text not null constraint task_instance_id_foreign references instance (id) on delete cascade,
    token integer not null, deployment_id text not null, process_id text not null, node_id text not null,
    status text not null, /* open | completed | cancelled */
    assignee_id text null constraint task_assignee_id_foreign references person (id), claimed_at timestamptz null,
    candidates text[] not null default '{}', /* principals: p:<person id>, g:<group key>, r:<role> */
    approve text not null default 'any', approvals jsonb not null default '[]',
    draft jsonb null, revision integer not null default 1,
    created_at timestamptz not null, due_at timestamptz null, priority integer not null default 0,
    completed_at timestamptz null, completed_by text null)`,
  `create index task_instance on task (instance_id)`,
  `create index task_open_due on task (status, due_at)`,
  // the worklist: one narrow row per principal and open task
  `create table worklist (
    principal text not null, due timestamptz not null, /* 'infinity' when none */
    task_id text not null constraint worklist_task_id_foreign references task (id) on delete cascade,
    primary key (principal, due, task_id))`,
  `create index worklist_task on worklist (task_id)`,
  `create table job (
    id text primary key, /* '<instance id>:<token>' for timers and connectors: one a token; an id of its own for deliveries */
    instance_id text null constraint job_instance_id_foreign references instance (id) on delete cascade,
    token integer not null, /* -1 for deliveries: they outlive the token that threw them */
    kind text not null, /* timer | connector, and deliveries: message | signal | trigger | start | return | cancelCall */
    due_at timestamptz not null, payload jsonb not null default '{}',
    attempts integer not null default 0, max_attempts integer not null default 3,
    locked_until timestamptz null, locked_by text null, status text not null default 'ready' /* ready | incident */)`,
  `create index job_due on job (due_at) where status = 'ready'`,
  `create index job_instance on job (instance_id)`,
  `create table subscription (
    id text primary key, instance_id text not null constraint subscription_instance_id_foreign references instance (id) on delete cascade,
    token integer not null, kind text not null, /* message | signal */
    name text not null, correlation text null, created_at timestamptz not null)`,
  `create index subscription_name on subscription (kind, name, correlation)`,
  `create index subscription_instance on subscription (instance_id)`,
  // a message or signal start event of a latest version
  `create table start_subscription (
    id text primary key, deployment_id text not null constraint start_subscription_deployment_id_foreign references deployment (id),
    process_id text not null, node_id text not null, kind text not null, name text null,
    due_at timestamptz null, remaining integer null /* timers: next firing, and firings after it; null without end */)`,
  `create index start_subscription_name on start_subscription (kind, name)`,
  `create index start_subscription_process on start_subscription (process_id)`,
  `create table message (
    id text primary key, name text not null, correlation text null, payload jsonb not null,
    received_at timestamptz not null, expires_at timestamptz not null)`,
  `create index message_name on message (name, correlation)`,
  `create table incident (
    id text primary key, instance_id text not null constraint incident_instance_id_foreign references instance (id) on delete cascade,
    token integer not null, node_id text not null, code text not null, message jsonb not null, /* en, zh */
    job_id text null, /* the job that failed, when it was one */
    raised_at timestamptz not null, resolved_at timestamptz null, resolved_by text null, resolution text null)`,
  `create index incident_open on incident (raised_at) where resolved_at is null`,
  `create index incident_instance on incident (instance_id)`,
  // every command is done once: a repeated id answers with what the first one answered
  `create table command_log (id text primary key, instance_id text null, result jsonb null, at timestamptz not null)`,
  `create table history (
    instance_id text not null, seq bigint not null, deployment_id text not null, process_id text not null,
    type text not null, /* enter | leave | cancel | take | incident | error */
    element_id text not null, token integer not null, at timestamptz not null,
    actor_id text null, detail jsonb null,
    primary key (instance_id, seq))`,
  `create index history_process_element on history (process_id, element_id, type, at)`,
  `create table audit (
    id text primary key, at timestamptz not null, actor_id text null, action text not null,
    subject_type text not null, subject_id text not null, before jsonb null, after jsonb null)`,
  `create index audit_subject on audit (subject_type, subject_id, at)`,
  `create index audit_at on audit (at)`,
  // -- sales --------------------------------------------------------------------------------------------------------
  `create table account (
    id text primary key, name text not null constraint account_name_unique unique, sector text null, revenue numeric null, employees integer null,
    country text null, founded integer null, parent_name text null, demo boolean not null default false,
    external_key text null constraint account_external_key_unique unique, created_at timestamptz not null)`,
  `create table product (
    id text primary key, name text not null constraint product_name_unique unique, series text null, list_price numeric null,
    demo boolean not null default false, external_key text null constraint product_external_key_unique unique)`,
  `create table deal (
    id text primary key, name text not null,
    account_id text null constraint deal_account_id_foreign references account (id),
    product_id text null constraint deal_product_id_foreign references product (id),
    owner_id text not null constraint deal_owner_id_foreign references person (id),
    instance_id text not null constraint deal_instance_id_unique unique
      constraint deal_instance_id_foreign references instance (id),
    value numeric null, currency text not null default 'USD', close_value numeric null,
    expected_close_on date null, closed_at timestamptz null, loss_reason text null, next_step text null,
    fields jsonb not null default '{}', revision integer not null default 1,
    external_key text null constraint deal_external_key_unique unique, demo boolean not null default false,
    created_at timestamptz not null, updated_at timestamptz not null)`,
  `create index deal_owner on deal (owner_id)`,
  `create index deal_account on deal (account_id)`,
  `create table import_run (
    id text primary key, kind text not null, status text not null, /* running | done | failed */
    by_id text null, started_at timestamptz not null, ended_at timestamptz null,
    done integer not null default 0, total integer not null default 0, report jsonb null)`,
];
