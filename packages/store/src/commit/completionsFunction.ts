/**
 * What `commit_completion` does, for many instances at once: an array for each of its parameters, with the arrays among
 * those as the text of one. Two statements, whatever their number, and a third when instances end.
 *
 * The planner is told to go by the indexes: the plans are kept, and made when the tables may still be empty.
 */
export const completionsFunction = `
create or replace function commit_completions(
  of_instance text[], read_revision integer[], new_status text[], new_outcome text[], new_stage text[],
  new_state jsonb[], ended timestamptz[], read_task text[], task_revision integer[], who text[], moment timestamptz[],
  command text[], led text[], over boolean[],
  first_seq bigint[], letters text[], element_ids text[], token_ids text[], details jsonb[],
  next_token integer[], next_node text[], next_assignee text[], next_candidates text[], next_approve text[],
  next_due timestamptz[], next_priority integer[], next_turn integer[], next_item text[])
returns void language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  counted integer;
  names jsonb;
begin
  update instance i set status = r.s, outcome = r.o, stage = r.g, state = r.st, revision = r.rev + 1, ended_at = r.e
  from unnest(of_instance, read_revision, new_status, new_outcome, new_stage, new_state, ended)
    as r(id, rev, s, o, g, st, e)
  where i.id = r.id and i.revision = r.rev;
  get diagnostics counted = row_count;
  if counted < cardinality(of_instance) then
    select jsonb_agg(r.id) into names from unnest(of_instance, read_revision) as r(id, rev)
    where not exists (select 1 from instance i where i.id = r.id and i.revision = r.rev + 1);
    raise exception 'moved on' using errcode = 'DW002', detail = coalesce(names, '[]')::text;
  end if;
  with r as (
    select * from unnest(of_instance, read_revision, read_task, task_revision, who, moment, command, led, over,
      first_seq, letters, element_ids, token_ids, details, next_token, next_node, next_assignee, next_candidates,
      next_approve, next_due, next_priority, next_turn, next_item)
    as r(of, rev, task, trev, actor, at, cmd, led_tokens, is_over, seq, types, elements, tokens, detail,
      ntoken, nnode, nassignee, ncandidates, napprove, ndue, npriority, nturn, nitem)),
  gone as (
    delete from open_task t using r where t.id = r.task and t.revision = r.trev
    returning t.id, t.created_at, t.claimed_at, t.due_at, t.token, t.turn, t.priority, t.node_id, t.assignee_id,
      t.candidates, t.approve, t.approvals, t.item, t.deployment_id, t.process_id, r.*),
  off as (delete from offered_task o using gone where o.task_id = gone.id and gone.assignee_id is null),
  closed as (
    insert into closed_task (id, completed_at, created_at, claimed_at, due_at, token, turn, priority, finished, node_id,
      assignee_id, completed_by, command_id, led_to, candidates, approve, approvals, item)
    select id, at, created_at, claimed_at, due_at, token, turn, nullif(priority, 0), is_over, node_id, assignee_id,
      actor, cmd, led_tokens::integer[], nullif(candidates, '{}'), nullif(approve, 'any'), nullif(approvals, '[]'), item
    from gone),
  opened as (
    insert into open_task (id, instance_id, token, deployment_id, process_id, node_id, assignee_id, candidates, approve,
      revision, created_at, due_at, priority, turn, item)
    select of || ':' || ntoken, of, ntoken, deployment_id, process_id, nnode, nassignee, ncandidates::text[], napprove,
      rev + 1, at, ndue, npriority, nturn, nitem
    from gone where ntoken is not null),
  offered as (
    insert into offered_task (principal, due, task_id)
    select distinct p, coalesce(ndue, 'infinity'), of || ':' || ntoken
    from gone cross join lateral unnest(ncandidates::text[]) as p where ntoken is not null and nassignee is null),
  told as (
    insert into step (instance_id, seq, process_id, at, actor_id, types, elements, tokens, detail)
    select of, seq, process_id, at, actor, types, elements::text[], tokens::integer[], detail from gone)
  select count(*) into counted from gone;
  if counted < cardinality(of_instance) then
    raise exception 'task changed' using errcode = 'DW002', detail = '[]';
  end if;
  if true = any(over) then
    update deal d set closed_at = r.e, updated_at = r.e, close_value = case when r.o = 'won' then d.value else d.close_value end
    from unnest(of_instance, over, new_outcome, ended) as r(id, over, o, e)
    where r.over and d.instance_id = r.id and d.closed_at is null;
  end if;
end $$`;
