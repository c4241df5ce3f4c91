import { BY_INDEXES } from './byIndexes.ts';

const COLUMNS = `t.id, t.instance_id, t.deployment_id, t.node_id, t.status, t.assignee_id, t.candidates, t.approve,
    t.approvals, t.completed_by, d.owner_id`;

/**
 * Tasks by their ids, open or closed, and whose deals they are of: what rights are judged by, before each command.
 * Planning takes longer than reading, so its plans are kept; made over small tables without `BY_INDEXES`, they would
 * read the whole of them, and then more with each task that is closed.
 */
export const heldTasksFunction = `
create or replace function held_tasks(ids text[])
returns table (id text, instance_id text, deployment_id text, node_id text, status text, assignee_id text,
  candidates text[], approve text, approvals jsonb, completed_by text, owner_id text)
language plpgsql stable set plan_cache_mode = force_generic_plan
${BY_INDEXES} as $$
#variable_conflict use_column
declare
  open integer;
begin
  return query
  select ${COLUMNS} from task t left join deal d on d.instance_id = t.instance_id
  where t.id = any(ids) and t.status = 'open';
  get diagnostics open = row_count;
  -- nearly always they are
  if open < cardinality(ids) then
    return query
    select ${COLUMNS} from task t left join deal d on d.instance_id = t.instance_id
    where t.id = any(ids) and t.status <> 'open';
  end if;
end $$`;
