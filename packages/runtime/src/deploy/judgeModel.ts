import { type ParsedModel, parseModel, type Problem, validate } from '@dealwright/bpmn';
import { checkExpression } from '@dealwright/expression';
import type { DecisionFile } from '@dealwright/store';
import { readDecisionFiles } from './readDecisionFiles.ts';

export interface JudgedModel {
  readonly model: ParsedModel;
  /** errors first; with one the model is not deployed */
  readonly problems: readonly Problem[];
}

/**
 * Everything that speaks against putting a drawing to work with these DMN files: what the deployment refuses is what
 * the designer shows beforehand.
 *
 * @param decisions null where the files are not known: then no task is asked for its decision
 * @throws ModelError when it is not BPMN at all
 */
export async function judgeModel(xml: string, decisions: readonly DecisionFile[] | null): Promise<JudgedModel> {
  const model = await parseModel(xml);
  const options = { checkExpression, purpose: 'deployment' } as const;
  if (decisions === null) return { model, problems: validate(model, options) };
  const read = await readDecisionFiles(decisions);
  // a file that can't be read hides its decisions: the tasks that ask for them are not what is wrong
  if (read.problems.length > 0) return { model, problems: [...read.problems, ...validate(model, options)] };
  const known = read.model.decisions.map(({ id }) => id);
  return { model, problems: validate(model, { ...options, decisions: known }) };
}
