import type { JsonObject } from '@dealwright/engine';
import { type EntityManager, query, queryOne } from '@dealwright/store';
import type { SalesDeps } from '../SalesDeps.ts';
import { writeAudit } from '../writeAudit.ts';
import { DEAL_FIELDS } from './dealFields.ts';

interface DealValues {
  readonly id: string;
  readonly value: number | null;
  readonly expectedCloseOn: string | null;
  readonly nextStep: string | null;
  readonly lossReason: string | null;
}

/**
 * Writes what a task's form says of the deal to the deal, and all form values to the audit trail, inside the task's
 * own transaction. An instance without a deal (a called process) has nothing to write.
 */
export async function writeTaskFields(
  em: EntityManager,
  deps: Omit<SalesDeps, 'em'>,
  task: { readonly instanceId: string; readonly nodeId: string; readonly values: JsonObject; readonly actorId: string },
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
  const at = new Date(deps.now());
  if (changed.length > 0) {
    const sets = changed.map(({ column }, i) => `${column} = $${i + 3}`).join(', ');
    await query(em, `update deal set ${sets}, revision = revision + 1, updated_at = $2 where id = $1`, [
      before.id,
      at,
      ...changed.map(({ formKey }) => fieldValue(task.values[formKey])),
    ]);
  }
  if (Object.keys(task.values).length === 0) return;
  const known = new Map(DEAL_FIELDS.map((field) => [field.formKey, before[field.name]]));
  await writeAudit(em, deps, {
    actorId: task.actorId,
    action: 'deal.task',
    subjectType: 'deal',
    subjectId: before.id,
    before: Object.fromEntries(Object.keys(task.values).map((key) => [key, known.get(key) ?? null])),
    after: { ...task.values, nodeId: task.nodeId },
  });
}

/** The form was validated before: a number for the value, text for the others. An emptied field is null. */
function fieldValue(value: JsonObject[string] | undefined): string | number | null {
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : null;
}
