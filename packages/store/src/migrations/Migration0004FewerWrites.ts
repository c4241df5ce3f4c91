import { Migration } from '@mikro-orm/migrations';
import { commitFunction } from '../commit/commitFunction.ts';
import { completionFunction } from '../commit/completionFunction.ts';
import { completionsFunction } from '../commit/completionsFunction.ts';

/**
 * What a command writes is what it costs: history takes one row a step instead of one an event, a closed task leaves
 * the table of open ones, where a task stands is not written a second time, and rows of an instance no longer each look
 * up that it is there. The names that are read (`history`, `task`, `position`) stay, as views.
 */
export class Migration0004FewerWrites extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
    this.addSql(commitFunction);
    this.addSql(completionFunction);
    this.addSql(completionsFunction);
  }
}

/** One letter for each type of event, in the order of a step's events. */
const TYPE_OF = `case substr(s.types, e.place::integer, 1)
  when 'e' then 'enter' when 'l' then 'leave' when 't' then 'take' when 'c' then 'cancel' when 'i' then 'incident'
  when 'r' then 'error' when 's' then 'escalation' when 'p' then 'compensate' end`;

/** A status that is constant: a query for open tasks passes closed ones by. */
const CLOSED_AS = (status: 'completed' | 'cancelled') => `c.id, i.id, c.token, i.deployment_id, i.process_id, c.node_id,
     '${status}', c.assignee_id, c.claimed_at, coalesce(c.candidates, '{}'), coalesce(c.approve, 'any'),
     coalesce(c.approvals, '[]'), null, 0, c.created_at, c.due_at, coalesce(c.priority, 0), c.completed_at,
     c.completed_by, c.turn, c.item
   from closed_task c join instance i on i.id = left(c.id, length(c.id) - 1 - length(c.token::text))`;

export const statements = [
  // -- history: a row a step, a partition a month (see Migration0007History), and one for what has no month yet ------
  `create table step (
    instance_id text not null, seq bigint not null, /* of its first event; the others follow */
    process_id text not null, at timestamptz not null, actor_id text null,
    types text not null, /* a letter an event */
    elements text[] not null, tokens integer[] not null,
    detail jsonb null, /* by the event's place in the step, from 0 */
    primary key (instance_id, seq, at)) partition by range (at)`,
  `create table step_default partition of step default`,
  `create index step_process_at on step (process_id, at)`,
  `insert into step
   select instance_id, min(seq), process_id, at, actor_id,
     string_agg(case type when 'enter' then 'e' when 'leave' then 'l' when 'take' then 't' when 'cancel' then 'c'
       when 'incident' then 'i' when 'error' then 'r' when 'escalation' then 's' else 'p' end, '' order by seq),
     array_agg(element_id order by seq), array_agg(token order by seq),
     jsonb_object_agg(place, detail) filter (where detail is not null)
   from (
     select *, (row_number() over (partition by instance_id, island, process_id, at, actor_id order by seq) - 1)::text as place
     from (
       select *, seq - row_number() over (partition by instance_id, process_id, at, actor_id order by seq) as island
       from history) numbered) placed
   group by instance_id, island, process_id, at, actor_id`,
  `drop table history`,
  `create view history as
   select s.instance_id, s.seq + e.place - 1 as seq, s.process_id, ${TYPE_OF} as type,
     e.element as element_id, e.token, s.at, s.actor_id, s.detail -> (e.place - 1)::text as detail
   from step s cross join lateral unnest(s.elements, s.tokens) with ordinality as e(element, token, place)`,
  // -- tasks: open ones, and the record of closed ones ----------------------------------------------------------------
  // whom an unassigned task is offered to; an assigned one is found by its assignee
  `alter table worklist drop constraint worklist_task_id_foreign`,
  `delete from worklist w using task t where t.id = w.task_id and (t.assignee_id is not null or t.status <> 'open')`,
  `alter table worklist rename to offered_task`,
  `alter index worklist_pkey rename to offered_task_pkey`,
  `alter index worklist_task rename to offered_task_task`,
  // no more than the instance and the history do not say: whose it is stands in its id, <instance id>:<token>
  `create table closed_task (
    id text primary key, completed_at timestamptz not null, created_at timestamptz not null,
    claimed_at timestamptz null, due_at timestamptz null, token integer not null, turn integer null,
    priority integer null, /* null: 0 */
    cancelled boolean not null default false,
    finished boolean not null default false, node_id text not null, assignee_id text null, completed_by text null,
    command_id text null, led_to integer[] null, candidates text[] null, approve text null, /* null: any */
    approvals jsonb null, item text null
    /* the command that completed it, and its answer, which a repeat is given: the tokens of the tasks that it led to,
       and whether the instance was over */)`,
  `create index closed_task_by on closed_task (completed_by, completed_at)`,
  `insert into closed_task
   select t.id, t.completed_at, t.created_at, t.claimed_at, t.due_at, t.token, t.turn, nullif(t.priority, 0),
     t.status = 'cancelled', coalesce((c.result->>'finished')::boolean, false), t.node_id, t.assignee_id,
     t.completed_by, c.id,
     array(select split_part(next, ':', 2)::integer from jsonb_array_elements_text(c.result->'nextTasks') as next),
     nullif(t.candidates, '{}'), nullif(t.approve, 'any'), nullif(t.approvals, '[]'), t.item
   from task t left join command_log c on c.result->'of'->>'kind' = 'complete' and c.result->'of'->>'subject' = t.id
     and t.status = 'completed'
   where t.status <> 'open'`,
  `delete from command_log c using closed_task t where c.id = t.command_id`,
  `delete from task where status <> 'open'`,
  // the record of the task says the same, and its values stand in the history
  `delete from audit where action = 'task.complete'`,
  `create view audit_trail as
   select id, at, actor_id, action, subject_type, subject_id, before, after from audit
   union all
   select 'task:' || id, completed_at, completed_by, 'task.complete', 'task', id, null,
     jsonb_build_object('nodeId', node_id) from closed_task where not cancelled`,
  `drop index task_open_due`,
  `alter table task rename to open_task`,
  `alter table open_task drop column status, drop column completed_at, drop column completed_by,
    drop constraint task_instance_id_foreign, drop constraint task_assignee_id_foreign`,
  `alter index task_pkey rename to open_task_pkey`,
  `alter index task_instance rename to open_task_instance`,
  `create view task as
   select id, instance_id, token, deployment_id, process_id, node_id, 'open'::text as status, assignee_id, claimed_at,
     candidates, approve, approvals, draft, revision, created_at, due_at, priority, null::timestamptz as completed_at,
     null::text as completed_by, turn, item from open_task
   union all
   select ${CLOSED_AS('completed')} where not c.cancelled
   union all
   select ${CLOSED_AS('cancelled')} where c.cancelled`,
  `create index open_task_assignee on open_task (('p:' || assignee_id), coalesce(due_at, 'infinity'), id)
   where assignee_id is not null`,
  `create view worklist as
   select principal, due, task_id from offered_task
   union all select 'p:' || assignee_id, coalesce(due_at, 'infinity'), id from open_task where assignee_id is not null`,
  // -- where tokens stand: at their task, or here ---------------------------------------------------------------------
  `alter table position rename to standing_token`,
  `alter table standing_token drop constraint position_instance_id_foreign`,
  `alter index position_pkey rename to standing_token_pkey`,
  `alter index position_deployment_node rename to standing_token_deployment_node`,
  `delete from standing_token s using open_task t where t.instance_id = s.instance_id and t.token = s.token`,
  `create view position as
   select instance_id, token, deployment_id, node_id, since from standing_token
   union all select instance_id, token, deployment_id, node_id, created_at from open_task`,
  // -- a deal whose instance is over has its closing facts: from now on they are written with the end --------------
  `update deal d set closed_at = i.ended_at, updated_at = i.ended_at,
     close_value = case when i.outcome = 'won' then d.value else d.close_value end
   from instance i
   where i.id = d.instance_id and i.status <> 'active' and i.ended_at is not null and d.closed_at is null`,
  // -- rows that go with their instance are written and deleted with it -----------------------------------------------
  `alter table job drop constraint job_instance_id_foreign`,
  `alter table subscription drop constraint subscription_instance_id_foreign`,
  `alter table incident drop constraint incident_instance_id_foreign`,
];
