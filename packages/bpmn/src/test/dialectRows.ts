import { describe, expect, it } from 'vitest';
import { readNode } from './readNode.ts';

/** What stands in the file, the part of the node "a" that it becomes, and the names of what of it has no equal. */
export type Row = readonly [what: string, content: string, node: object, unmapped?: readonly string[]];

/** One test for each row; `file` wraps the row's content into a file. */
export function testRows(area: string, file: (content: string) => string, rows: readonly Row[]): void {
  describe(area, () => {
    for (const [what, content, expected, unmapped = []] of rows) {
      it(what, async () => {
        const read = await readNode(file(content), 'a');
        expect(read.node).toMatchObject(expected);
        expect(read.unmapped).toEqual(unmapped);
      });
    }
  });
}
