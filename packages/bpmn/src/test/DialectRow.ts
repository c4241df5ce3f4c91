/** What stands in the file, the part of the node "a" that it becomes, and the names of what of it has no equal. */
export type DialectRow = readonly [what: string, content: string, node: object, unmapped?: readonly string[]];

/** Rows as a table of tests takes them. */
export function tableOf(rows: readonly DialectRow[]) {
  return rows.map(([what, content, node, unmapped = []]) => ({ what, content, node, unmapped }));
}
