/** A page of rows; ask again with `cursor` until it is null. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly cursor: string | null;
}
