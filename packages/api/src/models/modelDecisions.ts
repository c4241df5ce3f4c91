import type { Decision, DecisionModel } from '@dealwright/expression';
import { ModelRefused, readDecisionFiles, type ReadDecisions } from '@dealwright/runtime';
import { query, queryOne, type EntityManager } from '@dealwright/store';
import type { DecisionChoice, DecisionFile } from '../contract/index.ts';

/**
 * The decisions of DMN files.
 *
 * @throws ModelRefused with every problem, each named by its file, when one can't be read or two have the same decision
 */
export async function decisionsIn(files: readonly DecisionFile[]): Promise<ReadDecisions> {
  const read = await readDecisionFiles(files);
  if (read.problems.length > 0) throw new ModelRefused(read.problems);
  return read;
}

/** For a business rule task to choose from, in the order of the files. */
export function choicesOf({ files }: ReadDecisions): readonly DecisionChoice[] {
  return files.flatMap(({ name: file, model }) =>
    model.decisions.map(({ id, name, variable }) => ({ id, name, file, variable: variable.name })),
  );
}

/** The decisions that one requires, also by way of others, each once and the nearest first. */
export function requiredBy(model: DecisionModel, decision: Decision): readonly Decision[] {
  const byId = new Map(model.decisions.map((one) => [one.id, one]));
  const found = new Set<Decision>([decision]);
  for (const { requires } of found) {
    for (const id of requires) {
      const required = byId.get(id);
      if (required) found.add(required);
    }
  }
  return [...found].slice(1);
}

/** Replaces a draft's files; null when its revision is no longer this one. */
export async function replaceDecisions(
  em: EntityManager,
  model: { readonly id: string; readonly revision: number; readonly personId: string; readonly at: Date },
  files: readonly DecisionFile[],
): Promise<number | null> {
  const row = await queryOne<{ revision: number }>(
    em,
    `update model set draft_decisions = $3::jsonb, draft_by = $4, updated_at = $5, draft_revision = draft_revision + 1
     where id = $1 and draft_revision = $2 returning draft_revision as revision`,
    [model.id, model.revision, JSON.stringify(files), model.personId, model.at],
  );
  return row?.revision ?? null;
}

/** Gives a new or restored draft the files that came with it. */
export async function setDecisions(em: EntityManager, id: string, files: readonly DecisionFile[]): Promise<void> {
  await query(em, 'update model set draft_decisions = $2::jsonb where id = $1', [id, JSON.stringify(files)]);
}
