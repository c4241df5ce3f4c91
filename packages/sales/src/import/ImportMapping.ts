/** What the words of the file become. Decided by a person, `suggestMapping` only proposes. */
export interface ImportMapping {
  readonly processId: string;
  /** stage word in the file → element id of a user task, or "won" / "lost" */
  readonly stages: Readonly<Record<string, string>>;
  /** product word in the file → product name */
  readonly products: Readonly<Record<string, string>>;
}
