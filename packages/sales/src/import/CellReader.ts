import { SalesError } from '../SalesError.ts';
import type { Table, TableRow } from './parseTable.ts';

export interface CellFault {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly wanted: 'date' | 'number' | 'text';
}

/** Reads typed cells of one table and keeps every fault, so that a person sees all of them at once. */
export class CellReader {
  readonly faults: CellFault[] = [];
  readonly #table: Table;
  readonly #index: ReadonlyMap<string, number>;

  constructor(table: Table) {
    this.#table = table;
    this.#index = new Map(table.columns.map((name, i) => [name, i]));
  }

  /** The cell without surrounding space (whose presence `inspect` reports); null when empty. */
  text(row: TableRow, column: string): string | null {
    const value = (row.cells[this.#index.get(column) ?? -1] ?? '').trim();
    return value === '' ? null : value;
  }

  needed(row: TableRow, column: string): string {
    const value = this.text(row, column);
    if (value === null) this.#fault(row, column, '', 'text');
    return value ?? '';
  }

  /** `2017-03-01` or `2017/3/1` to YYYY-MM-DD; the day must exist. */
  date(row: TableRow, column: string): string | null {
    const value = this.text(row, column);
    if (value === null) return null;
    const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(value);
    if (parts) {
      const day = `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`;
      const parsed = new Date(`${day}T00:00:00Z`);
      if (!Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day)) return day;
    }
    this.#fault(row, column, value, 'date');
    return null;
  }

  /** `1054`, `1,054.50`; null when empty. */
  number(row: TableRow, column: string): number | null {
    const value = this.text(row, column);
    if (value === null) return null;
    if (/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(value)) return Number(value.replaceAll(',', ''));
    this.#fault(row, column, value, 'number');
    return null;
  }

  #fault(row: TableRow, column: string, value: string, wanted: CellFault['wanted']): void {
    this.faults.push({ file: this.#table.file, line: row.line, column, value, wanted });
  }
}

const EN = { date: 'a date like 2017-03-01', number: 'a number', text: 'a value' } as const;
const ZH = { date: '2017-03-01 这样的日期', number: '数字', text: '非空值' } as const;

/** One refusal for all faults: the message tells the first, `details` all of them. */
export function cellFaultError(faults: readonly CellFault[]): SalesError {
  const first = faults[0];
  if (!first) throw new Error('no fault to report');
  const more = faults.length - 1;
  return new SalesError(
    `csv-bad-${first.wanted}`,
    {
      en:
        `${first.file}, line ${first.line}, column ${first.column}: "${first.value}" is not ${EN[first.wanted]}.` +
        (more > 0 ? ` ${more} more cells are wrong.` : ''),
      zh:
        `${first.file} 第 ${first.line} 行 ${first.column} 列：“${first.value}”不是${ZH[first.wanted]}。` +
        (more > 0 ? `另有 ${more} 个单元格有误。` : ''),
    },
    { place: { file: first.file, line: first.line, field: first.column }, details: { faults } },
  );
}
