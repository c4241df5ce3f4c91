import type { SqlEntityManager } from '@mikro-orm/sql';
import { DatabaseError } from '../DatabaseError.ts';
import { prepared } from '../prepared.ts';
import { type Parameter, query } from '../query.ts';
import { asCompletion } from './asCompletion.ts';
import { asCompletions } from './asCompletions.ts';
import { CommandRepeated } from './CommandRepeated.ts';
import type { CommitPlan } from './CommitPlan.ts';
import { commitRows } from './commitRows.ts';
import { StaleInstance } from './StaleInstance.ts';

const COMMIT_PLANS = prepared('select commit_plans($1::jsonb)');
const COMPLETION = Array.from({ length: 28 }, (_, at) => `$${at + 1}`).join(', ');
const COMMIT_COMPLETION = prepared(`select commit_completion(${COMPLETION})`);
const COMMIT_COMPLETIONS = prepared(`select commit_completions(${COMPLETION})`);

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
    const [sql, parameters] = statementFor(plans);
    await query(em, sql, parameters);
  } catch (error) {
    throw refusal(error);
  }
}

/** Completions are by far the commonest, and have a function of their own: one for a lone one, one for many. */
function statementFor(plans: readonly CommitPlan[]): readonly [string, readonly Parameter[]] {
  const [plan] = plans;
  const completion = plans.length === 1 && plan ? asCompletion(plan) : asCompletions(plans);
  if (completion === null) return [COMMIT_PLANS, [JSON.stringify(commitRows(plans))]];
  return [plans.length === 1 ? COMMIT_COMPLETION : COMMIT_COMPLETIONS, completion];
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
