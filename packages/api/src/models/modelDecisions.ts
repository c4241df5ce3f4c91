import { DecisionError, parseDecisions, mergeDecisions } from '@dealwright/expression';
import { ModelRefused } from '@dealwright/runtime';
import { query, queryOne, type EntityManager } from '@dealwright/store';
import type { DecisionChoice, DecisionFile } from '../contract/index.ts';

/**
 * The decisions of DMN files, for a business rule task to choose from.
 *
 * @throws ModelRefused with every problem, each named by its file, when one can't be read or two have the same decision
 */
export async function decisionChoices(files: readonly DecisionFile[]): Promise<readonly DecisionChoice[]> {
  const read = await Promise.all(files.map(async (file) => ({ file, model: await readFile(file) })));
  refusing('', () => mergeDecisions(read.map(({ model }) => model)));
  return read.flatMap(({ file, model }) => model.decisions.map(({ id, name }) => ({ id, name, file: file.name })));
}

async function readFile({ name, xml }: DecisionFile) {
  try {
    return await parseDecisions(xml);
  } catch (error) {
    throw error instanceof DecisionError ? refusal(error, name) : error;
  }
}

function refusing(file: string, run: () => unknown): void {
  try {
    run();
  } catch (error) {
    throw error instanceof DecisionError ? refusal(error, file) : error;
  }
}

function refusal({ problems }: DecisionError, file: string): ModelRefused {
  const [en, zh] = file === '' ? ['', ''] : [`${file}: `, `${file}：`];
  return new ModelRefused(
    problems.map(({ rule, message }) => ({
      rule,
      severity: 'error' as const,
      elementId: null,
      line: null,
      message: { en: `${en}${message.en}`, zh: `${zh}${message.zh}` },
      section: null,
    })),
  );
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
