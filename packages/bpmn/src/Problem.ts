/** What a person reads, in both languages. */
export interface Message {
  readonly en: string;
  readonly zh: string;
}

/** One finding of the parser or the validator. Nothing with an `error` can be deployed. */
export interface Problem {
  /** stable, kebab-case: "flow-target-missing" */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** id of the element, or null when the file as a whole is meant */
  readonly elementId: string | null;
  /** 1-based place in the XML where known */
  readonly line: number | null;
  readonly message: Message;
  /** section of the BPMN 2.0.2 specification (formal/13-12-09) the rule comes from */
  readonly section: string | null;
}
