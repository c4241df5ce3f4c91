/**
 * What `commit_plans` does for the plan that is by far the commonest, without a document to take apart: one instance
 * moves on, one task is closed by a command and at most one comes, for one principal. It takes a third less time.
 */
export const completionFunction = `
create or replace function commit_completion(
  of_instance text, read_revision integer, new_status text, new_outcome text, new_stage text, new_state jsonb,
  ended timestamptz, read_task text, task_revision integer, who text, moment timestamptz, command text, led integer[],
  over boolean,
  first_seq bigint, letters text, element_ids text[], token_ids integer[], details jsonb,
  next_token integer, next_node text, next_assignee text, next_candidates text[], next_approve text,
  next_due timestamptz, next_priority integer, next_turn integer, next_item text, next_principal text)
returns void language plpgsql as $$
declare
  closed open_task%rowtype;
begin
  update instance set status = new_status, outcome = new_outcome, stage = new_stage, state = new_state,
    revision = read_revision + 1, ended_at = ended
  where id = of_instance and revision = read_revision;
  if not found then
    raise exception 'moved on' using errcode = 'DW002', detail = jsonb_build_array(of_instance)::text;
  end if;
  delete from open_task t where t.id = read_task and t.revision = task_revision returning t.* into closed;
  if not found then
    raise exception 'task changed' using errcode = 'DW002', detail = jsonb_build_array(of_instance)::text;
  end if;
  delete from worklist where task_id = read_task;
  insert into closed_task (id, instance_id, token, deployment_id, process_id, node_id, status, assignee_id, claimed_at,
    candidates, approve, approvals, created_at, due_at, priority, completed_at, completed_by, turn, item, command_id,
    led_to, finished)
  values (read_task, of_instance, closed.token, closed.deployment_id, closed.process_id, closed.node_id, 'completed',
    closed.assignee_id, closed.claimed_at, closed.candidates, closed.approve, nullif(closed.approvals, '[]'),
    closed.created_at, closed.due_at, closed.priority, moment, who, closed.turn, closed.item, command, led, over);
  if next_token is not null then
    insert into open_task (id, instance_id, token, deployment_id, process_id, node_id, assignee_id, candidates, approve,
      revision, created_at, due_at, priority, turn, item)
    values (of_instance || ':' || next_token, of_instance, next_token, closed.deployment_id, closed.process_id,
      next_node, next_assignee, next_candidates, next_approve, read_revision + 1, moment, next_due, next_priority,
      next_turn, next_item);
    insert into worklist (principal, due, task_id)
    values (next_principal, coalesce(next_due, 'infinity'), of_instance || ':' || next_token);
  end if;
  insert into step (instance_id, seq, process_id, at, actor_id, types, elements, tokens, detail)
  values (of_instance, first_seq, closed.process_id, moment, who, letters, element_ids, token_ids,
    details);
end $$`;
