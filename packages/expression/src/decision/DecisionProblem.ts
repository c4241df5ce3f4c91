/** One thing that is wrong with a file of decisions. */
export interface DecisionProblem {
  /** stable, kebab-case */
  readonly rule: string;
  /** id of the decision or knowledge model; null for the file as a whole */
  readonly elementId: string | null;
  /** id of the rule or other part that is meant, where it has one */
  readonly partId: string | null;
  /** 1-based line in the file where known */
  readonly line: number | null;
  readonly message: { readonly en: string; readonly zh: string };
  /** section of DMN 1.3 (formal/21-02-01, as its table of contents counts) that the rule comes from */
  readonly section: string | null;
}

export function problem(
  rule: string,
  elementId: string | null,
  en: string,
  zh: string,
  section: string | null = null,
  place: { readonly partId?: string | null; readonly line?: number | null } = {},
): DecisionProblem {
  const { partId = null, line = null } = place;
  return { rule, elementId, partId, line, message: { en, zh }, section };
}
