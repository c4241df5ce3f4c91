import { parseModel } from '../parse/parseModel.ts';
import { validate, type ValidateOptions } from '../validate.ts';

/** What the validator says of a model, as "severity rule element", in its order. */
export async function findings(xml: string, options: ValidateOptions = {}): Promise<readonly string[]> {
  const problems = validate(await parseModel(xml), options);
  return problems.map(({ severity, rule, elementId }) => `${severity} ${rule} ${elementId ?? '-'}`);
}
