import { indexModel } from './ModelIndex.ts';
import { idOf, type BpmnElement } from './moddle/BpmnElement.ts';
import type { ParsedModel } from './parse/ParsedModel.ts';
import type { Problem } from './Problem.ts';
import { RULES } from './rules/index.ts';
import type { RuleContext, ValidateOptions } from './rules/Rule.ts';
import { strictness } from './rules/strictness.ts';

export type { ValidateOptions } from './rules/Rule.ts';

/**
 * Everything that is wrong with a model, errors first, then by place in the file: what reading found, BPMN 2.0.2's
 * rules and our own. A model with an error is not legal BPMN or, for the purpose of a deployment, must not be deployed.
 */
export function validate(model: ParsedModel, options: ValidateOptions = {}): readonly Problem[] {
  const problems: Problem[] = [...model.problems];
  const index = indexModel(model);
  const context: RuleContext = {
    index,
    options,
    ...strictness(index, options),
    report(element, { rule, severity, en, zh, section }) {
      problems.push({ rule, severity, ...placeOf(element, model), message: { en, zh }, section: section ?? null });
    },
  };
  for (const rule of RULES) rule(context);
  return problems.toSorted(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning') || (a.line ?? 0) - (b.line ?? 0),
  );
}

/** The element's id and line; the nearest element around it that has an id when it has none itself. */
function placeOf(element: BpmnElement, model: ParsedModel): { elementId: string | null; line: number | null } {
  for (let at: BpmnElement | undefined = element; at; at = at.$parent) {
    const id = idOf(at);
    if (id !== '') return { elementId: id, line: model.lines.get(id) ?? null };
  }
  return { elementId: null, line: null };
}
