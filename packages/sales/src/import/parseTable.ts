import { parse } from 'csv-parse/sync';
import { SalesError } from '../SalesError.ts';

export interface TableRow {
  /** 1-based line of the file on which the record begins */
  readonly line: number;
  readonly cells: readonly string[];
}
export interface Table {
  readonly file: string;
  /** trimmed, lower case, spaces as underscores */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * CSV (comma, semicolon or tab, found from the first line) to a table. A record that has more or fewer cells than the
 * header is a fault of the file: throws `csv-row-length` with its line, or `csv-syntax` for broken quoting.
 */
export function parseTable(file: string, text: string): Table {
  let records: Parsed[];
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[];
  } catch (error) {
    throw syntaxError(file, error);
  }
  const [header, ...body] = records;
  const columns = (header?.record ?? []).map((name) => name.trim().toLowerCase().replaceAll(/\s+/g, '_'));
  const rows = body.map(({ record, info }) => ({ line: info.lines - lineBreaksIn(record), cells: record }));
  return { file, columns, rows };
}

/** Checked only for files that are used: a data dictionary beside them may look as it likes. */
export function checkRowLengths(table: Table): void {
  const expected = table.columns.length;
  const wrong = table.rows.find((row) => row.cells.length !== expected);
  if (!wrong) return;
  const found = wrong.cells.length;
  throw new SalesError(
    'csv-row-length',
    {
      en: `${table.file}, line ${wrong.line}: the header has ${expected} columns, this row has ${found}.`,
      zh: `${table.file} 第 ${wrong.line} 行：表头有 ${expected} 列，该行有 ${found} 列。`,
    },
    { place: { file: table.file, line: wrong.line } },
  );
}

function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const first = end < 0 ? text : text.slice(0, end);
  const count = (mark: string) => first.split(mark).length - 1;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** The parser counts lines at a record's end; quoted line breaks lie before it. */
function lineBreaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
}

function syntaxError(file: string, error: unknown): SalesError {
  const line = (error as { lines?: number }).lines;
  const reason = error instanceof Error ? error.message : String(error);
  return new SalesError(
    'csv-syntax',
    {
      en: `${file}${line === undefined ? '' : `, line ${line}`}: not readable as CSV: ${reason}`,
      zh: `${file}${line === undefined ? '' : ` 第 ${line} 行`}：无法按 CSV 读取：${reason}`,
    },
    { place: { file, ...(line === undefined ? {} : { line }) } },
  );
}
