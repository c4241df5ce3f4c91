import { DecisionError } from './DecisionError.ts';
import type { DecisionModel } from './DecisionModel.ts';
import { problem } from './DecisionProblem.ts';

/**
 * The decisions of several files as one. Ids must differ across files: a task names a decision by its id alone.
 *
 * @throws DecisionError when two files have the same id
 */
export function mergeDecisions(models: readonly DecisionModel[]): DecisionModel {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { decisions, functions } of models) {
    for (const { id } of [...decisions, ...functions]) {
      if (seen.has(id)) twice.add(id);
      seen.add(id);
    }
  }
  if (twice.size > 0) {
    throw new DecisionError(
      [...twice].map((id) =>
        problem(
          'id-duplicate',
          id,
          `Two files have a decision with the id "${id}".`,
          `两个文件中有相同标识“${id}”的决策。`,
          '6.3.2',
        ),
      ),
    );
  }
  return {
    decisions: models.flatMap(({ decisions }) => decisions),
    functions: models.flatMap(({ functions }) => functions),
  };
}
