import type { JsonObject } from '@dealwright/engine';
import { type EntityManager, query, queryOne } from '@dealwright/store';
import type { SalesDeps } from '../SalesDeps.ts';
import { DEAL_FIELDS } from './dealFields.ts';

interface DealValues {
  readonly id: string;
  readonly value: number | null;
  readonly expectedCloseOn: string | null;
  readonly nextStep: string | null;
  readonly lossReason: string | null;
}

/** Whether a form's values say anything of the deal itself. */
export function writesDeal(values: JsonObject): boolean {
  return DEAL_FIELDS.some(({ formKey }) => formKey in values);
}

/**
 * Writes what a task's form says of the deal to the deal, with before and after in the audit trail, inside the task's
 * own transaction and at the moment of its completion. An instance without a deal (a called process) has nothing to
 * write.
 */
export async function writeTaskFields(
  em: EntityManager,
  deps: Omit<SalesDeps, 'em'>,
  task: {
    readonly id: string;
    readonly instanceId: string;
    readonly nodeId: string;
    readonly values: JsonObject;
    readonly actorId: string;
  },
): Promise<void> {
  const before = await queryOne<DealValues>(
    em,
    `select id, value, expected_close_on as "expectedCloseOn", next_step as "nextStep", loss_reason as "lossReason"
     from deal where instance_id = $1 for update`,
    [task.instanceId],
  );
  if (!before) return;
  const changed = DEAL_FIELDS.filter(
    ({ formKey, name }) => formKey in task.values && fieldValue(task.values[formKey]) !== before[name],
  );
  if (changed.length === 0) return;
  const now = new Date(deps.now());
  const sets = changed.map(({ column }, i) => `${column} = $${i + 3}`);
  // won with this very task: its value at that moment is the one that is entered
  const value = changed.findIndex(({ column }) => column === 'value');
  if (value !== -1) sets.push(`close_value = case when close_value is not null then $${value + 3}::numeric end`);
  await query(em, `update deal set ${sets.join(', ')}, revision = revision + 1, updated_at = $2 where id = $1`, [
    before.id,
    now,
    ...changed.map(({ formKey }) => fieldValue(task.values[formKey])),
  ]);
  const after = Object.fromEntries(changed.map(({ formKey, name }) => [name, fieldValue(task.values[formKey])]));
  await query(
    em,
    // the completion's own moment, so that the timeline can put the two together
    `insert into audit (id, at, actor_id, action, subject_type, subject_id, before, after)
     select $1, coalesce((select completed_at from task where id = $2), $3), $4, 'deal.task', 'deal', $5, $6, $7`,
    [
      deps.newId(),
      task.id,
      now,
      task.actorId,
      before.id,
      Object.fromEntries(changed.map(({ name }) => [name, before[name]])),
      { ...after, nodeId: task.nodeId },
    ],
  );
}

/** The form was validated before: a number for the value, text for the others. An emptyTables field is null. */
function fieldValue(value: JsonObject[string] | undefined): string | number | null {
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : null;
}
