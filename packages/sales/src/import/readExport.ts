import { SalesError } from '../SalesError.ts';
import { CellReader, cellFaultError, type CellFault } from './CellReader.ts';
import { COLUMNS, kindOf } from './columns.ts';
import type { CrmExport, ExportFile, ExportKind } from './CrmExport.ts';
import { decodeText } from './decodeText.ts';
import { checkRowLengths, parseTable, type Table } from './parseTable.ts';

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a CRM export: deals, and beside them accounts, products and teams, each file recognised by its columns. All or
 * nothing: throws a `SalesError` that names file, line and column (`csv-encoding`, `csv-syntax`, `csv-row-length`,
 * `csv-missing-column`, `csv-duplicate-file`, `csv-missing-file`, `csv-bad-date`, `csv-bad-number`, `csv-bad-text`).
 */
export function readExport(inputs: readonly InputFile[]): CrmExport {
  const files: ExportFile[] = [];
  const tables = new Map<ExportKind, Table>();
  for (const input of inputs) {
    const { text, encoding } = decodeText(input.name, input.bytes);
    const table = parseTable(input.name, text);
    const kind = kindOf(table.columns);
    files.push({
      name: input.name,
      kind: kind ?? 'ignored',
      rows: table.rows.length,
      columns: table.columns.filter((name) => name !== ''),
      encoding,
    });
    if (kind === null) continue;
    checkColumns(table, kind);
    checkRowLengths(table);
    const other = tables.get(kind);
    if (other) throw duplicateFile(other.file, table.file, kind);
    tables.set(kind, table);
  }
  if (!tables.has('pipeline')) throw missingFile(files);
  return { files, ...readRows(tables) };
}

function readRows(tables: ReadonlyMap<ExportKind, Table>): Omit<CrmExport, 'files'> {
  const faults: CellFault[] = [];
  const rowsOf = <Row>(kind: ExportKind, read: (cells: CellReader, row: Table['rows'][number]) => Row) => {
    const table = tables.get(kind);
    if (!table) return [];
    const cells = new CellReader(table);
    const rows = table.rows.map((row) => ({ file: table.file, line: row.line, ...read(cells, row) }));
    faults.push(...cells.faults);
    return rows;
  };
  const seen = new Map<string, number>();
  const rows = {
    pipeline: rowsOf('pipeline', (cells, row) => {
      const opportunityId = cells.needed(row, 'opportunity_id');
      const times = (seen.get(opportunityId) ?? 0) + 1;
      seen.set(opportunityId, times);
      return {
        key: times === 1 ? opportunityId : `${opportunityId}#${times}`,
        opportunityId,
        agent: cells.needed(row, 'sales_agent'),
        product: cells.text(row, 'product'),
        account: cells.text(row, 'account'),
        stage: cells.needed(row, 'deal_stage'),
        engageDate: cells.date(row, 'engage_date'),
        closeDate: cells.date(row, 'close_date'),
        closeValue: cells.number(row, 'close_value'),
      };
    }),
    accounts: rowsOf('accounts', (cells, row) => ({
      name: cells.needed(row, 'account'),
      sector: cells.text(row, 'sector'),
      founded: cells.number(row, 'year_established'),
      revenue: cells.number(row, 'revenue'),
      employees: cells.number(row, 'employees'),
      country: cells.text(row, 'office_location'),
      parent: cells.text(row, 'subsidiary_of'),
    })),
    products: rowsOf('products', (cells, row) => ({
      name: cells.needed(row, 'product'),
      series: cells.text(row, 'series'),
      listPrice: cells.number(row, 'sales_price'),
    })),
    teams: rowsOf('teams', (cells, row) => ({
      agent: cells.needed(row, 'sales_agent'),
      manager: cells.text(row, 'manager'),
      office: cells.text(row, 'regional_office'),
    })),
  };
  if (faults.length > 0) throw cellFaultError(faults);
  return rows;
}

function checkColumns(table: Table, kind: ExportKind): void {
  const missing = COLUMNS[kind].filter((column) => !table.columns.includes(column));
  if (missing.length === 0) return;
  const found = table.columns.join(', ');
  throw new SalesError(
    'csv-missing-column',
    {
      en: `${table.file}: the column ${missing.join(', ')} is missing. Found: ${found}.`,
      zh: `${table.file} 缺少列 ${missing.join('、')}。现有列：${found}。`,
    },
    { place: { file: table.file, line: 1, field: missing[0] ?? '' }, details: { missing, found: table.columns } },
  );
}

function duplicateFile(first: string, second: string, kind: ExportKind): SalesError {
  return new SalesError(
    'csv-duplicate-file',
    {
      en: `${first} and ${second} both hold ${kind}. Import one at a time.`,
      zh: `${first} 与 ${second} 内容类型相同（${kind}），请一次只导入其中一个。`,
    },
    { place: { file: second } },
  );
}

function missingFile(files: readonly ExportFile[]): SalesError {
  const names = files.map((file) => file.name).join(', ') || '–';
  return new SalesError(
    'csv-missing-file',
    {
      en: `No file with deals was found (columns ${COLUMNS.pipeline.join(', ')}). Files given: ${names}.`,
      zh: `没有找到商机文件（需要列 ${COLUMNS.pipeline.join('、')}）。收到的文件：${names}。`,
    },
    { details: { files } },
  );
}
