/** A DMN file that is deployed with a drawing: its name, as people see it, and its text. */
export interface DecisionFile {
  readonly name: string;
  readonly xml: string;
}
