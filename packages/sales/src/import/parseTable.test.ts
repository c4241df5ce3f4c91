import { describe, expect, it } from 'vitest';
import { checkRowLengths, parseTable } from './parseTable.ts';

describe('parseTable', () => {
  it('gives each record the line on which it begins, past quoted line breaks and blank lines', () => {
    const table = parseTable('a.csv', 'Name,Deal Stage\n"Two\nlines",Won\n\nLast,Lost\n');
    expect(table.columns).toEqual(['name', 'deal_stage']);
    expect(table.rows.map((row) => row.line)).toEqual([2, 5]);
  });

  it.each([
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\n1\t2'],
  ])('reads %s', (_, text) => {
    expect(parseTable('a.csv', text).rows[0]?.cells).toEqual(['1', '2']);
  });

  it('names the line of a row that is too short', () => {
    const table = parseTable('a.csv', 'a,b\n1,2\n3\n');
    expect(() => checkRowLengths(table)).toThrowError(
      expect.objectContaining({ code: 'csv-row-length', place: { file: 'a.csv', line: 3 } }) as Error,
    );
  });

  it('names the file when quoting is broken', () => {
    expect(() => parseTable('a.csv', 'a,b\n"1,2\n')).toThrowError(
      expect.objectContaining({ code: 'csv-syntax' }) as Error,
    );
  });
});
