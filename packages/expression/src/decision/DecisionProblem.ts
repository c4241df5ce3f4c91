/** One thing that is wrong with a file of decisions. */
export interface DecisionProblem {
  /** stable, kebab-case */
  readonly rule: string;
  /** id of the decision or knowledge model; null for the file as a whole */
  readonly elementId: string | null;
  readonly message: { readonly en: string; readonly zh: string };
  /** section of DMN 1.3 (formal/21-02-01) that the rule comes from */
  readonly section: string | null;
}

export function problem(
  rule: string,
  elementId: string | null,
  en: string,
  zh: string,
  section: string | null = null,
): DecisionProblem {
  return { rule, elementId, message: { en, zh }, section };
}
