import type { SqlEntityManager } from '@mikro-orm/sql';
import { query } from '../query.ts';
import type { CommitPlan } from './CommitPlan.ts';
import { type CommitRows, commitRows } from './commitRows.ts';
import { commitStatement } from './commitStatement.ts';
import { StaleInstance } from './StaleInstance.ts';

/** What became of one plan. `repeated`: its command had been done before, nothing was written, `result` is that answer. */
export type CommitOutcome =
  | { readonly instanceId: string; readonly repeated: false }
  | { readonly instanceId: string; readonly repeated: true; readonly result: unknown };

/**
 * Writes plans, each of another instance, in one statement in the transaction of `em`; outcomes stand in the order of
 * the plans.
 *
 * Throws `StaleInstance` when an instance is not at the revision that its plan was made from (or, for a new one, is
 * there already): the transaction must then be rolled back, which `transaction` does.
 */
export async function commit(em: SqlEntityManager, plans: readonly CommitPlan[]): Promise<CommitOutcome[]> {
  if (plans.length === 0) return [];
  if (!em.isInTransaction()) throw new Error('commit must run in a transaction, which is rolled back if it throws');
  if (new Set(plans.map((plan) => plan.instance.id)).size < plans.length) {
    throw new Error('commit takes one plan for each instance: merge them first');
  }
  const answers = await query<{ id: string; written: boolean }>(em, commitStatement, parameters(commitRows(plans)));
  const stale = answers.filter((answer) => !answer.written).map((answer) => answer.id);
  if (stale.length > 0) throw new StaleInstance(stale);
  const written = new Set(answers.map((answer) => answer.id));
  const repeated = plans.filter((plan) => !written.has(plan.instance.id));
  const results = await earlierResults(em, repeated);
  return plans.map((plan) => {
    const instanceId = plan.instance.id;
    if (written.has(instanceId)) return { instanceId, repeated: false };
    return { instanceId, repeated: true, result: results.get(plan.command?.id ?? '') };
  });
}

function parameters(rows: CommitRows): string[] {
  return [
    rows.instances,
    rows.released,
    rows.positions,
    rows.tasks,
    rows.worklist,
    rows.jobs,
    rows.subscriptions,
    rows.incidents,
    rows.history,
    rows.audit,
    rows.commands,
  ].map((part) => JSON.stringify(part));
}

async function earlierResults(em: SqlEntityManager, plans: readonly CommitPlan[]): Promise<Map<string, unknown>> {
  if (plans.length === 0) return new Map();
  const ids = plans.flatMap((plan) => (plan.command ? [plan.command.id] : []));
  const rows = await query<{ id: string; result: unknown }>(
    em,
    'select id, result from command_log where id = any($1::text[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.result]));
}
