import { parseModel } from '../parse/parseModel.ts';
import { validate, type ValidateOptions } from '../validate.ts';

/** What the validator says of a model, as "severity rule element", in its order. */
export async function findings(xml: string, options: ValidateOptions = {}): Promise<readonly string[]> {
  const problems = validate(await parseModel(xml), options);
  return problems.map(({ severity, rule, elementId }) => `${severity} ${rule} ${elementId ?? '-'}`);
}

/** Only what a model is refused for, as "rule element", sorted. */
export async function refusals(xml: string, options: ValidateOptions = {}): Promise<readonly string[]> {
  const found = await findings(xml, options);
  return found.flatMap((line) => (line.startsWith('error ') ? [line.slice('error '.length)] : [])).toSorted();
}
