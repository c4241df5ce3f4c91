import { arrayText, type Parameter } from '../query.ts';
import type { CommitPlan } from './CommitPlan.ts';
import { asCompletion } from './asCompletion.ts';

/** The parameters of `commit_completions`, when that can write all of the plans; else null. */
export function asCompletions(plans: readonly CommitPlan[]): readonly Parameter[] | null {
  const columns: (string | number | boolean | null)[][] = [];
  for (const plan of plans) {
    const row = asCompletion(plan);
    if (row === null) return null;
    for (const [at, value] of row.entries()) {
      const inColumn = Array.isArray(value) ? arrayText(value as readonly (string | number)[]) : value;
      (columns[at] ??= []).push(inColumn as string | number | boolean | null);
    }
  }
  return columns;
}
