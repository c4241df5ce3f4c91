import type { SqlEntityManager } from '@mikro-orm/sql';
import { DatabaseError } from '../DatabaseError.ts';
import { prepared } from '../prepared.ts';
import { query } from '../query.ts';
import { asCompletion } from './asCompletion.ts';
import { CommandRepeated } from './CommandRepeated.ts';
import type { CommitPlan } from './CommitPlan.ts';
import { commitRows } from './commitRows.ts';
import { StaleInstance } from './StaleInstance.ts';

const COMMIT_PLANS = prepared('select commit_plans($1::jsonb)');
const COMMIT_COMPLETION = prepared(
  `select commit_completion(${Array.from({ length: 28 }, (_, at) => `$${at + 1}`).join(', ')})`,
);

/**
 * Writes plans, each of another instance, with one statement: in the transaction that `em` is in, or as one of its own.
 *
 * Throws `StaleInstance` when an instance or a task is not as it was when its plan was made (or, for a new instance, is
 * there already), and `CommandRepeated` when a command has been done before. Nothing of any plan is written then; a
 * transaction around it must be rolled back, which `transaction` does.
 */
export async function commit(em: SqlEntityManager, plans: readonly CommitPlan[]): Promise<void> {
  if (plans.length === 0) return;
  if (new Set(plans.map((plan) => plan.instance.id)).size < plans.length) {
    throw new Error('commit takes one plan for each instance: merge them first');
  }
  try {
    const [plan] = plans;
    const completion = plans.length === 1 && plan ? asCompletion(plan) : null;
    if (completion) await query(em, COMMIT_COMPLETION, completion);
    else await query(em, COMMIT_PLANS, [JSON.stringify(commitRows(plans))]);
  } catch (error) {
    throw refusal(error);
  }
}

/** What `commit_plans` refuses by, see `commitFunction`. */
function refusal(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  if (error.sqlState === 'DW001') return new CommandRepeated(namesIn(error));
  if (error.sqlState === 'DW002') return new StaleInstance(namesIn(error));
  return error;
}

function namesIn({ detail }: DatabaseError): readonly string[] {
  const names = JSON.parse(detail ?? '[]') as unknown;
  return Array.isArray(names) ? names.map(String) : [];
}
