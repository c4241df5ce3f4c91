/** One CRM export, read and typed, nothing corrected. `line` is the line in its file; `null` is an empty cell. */
export interface CrmExport {
  readonly files: readonly ExportFile[];
  readonly pipeline: readonly PipelineRow[];
  readonly accounts: readonly AccountRow[];
  readonly products: readonly ProductRow[];
  readonly teams: readonly TeamRow[];
}

export type ExportKind = 'pipeline' | 'accounts' | 'products' | 'teams';

export interface ExportFile {
  readonly name: string;
  readonly kind: ExportKind | 'ignored';
  readonly rows: number;
  readonly columns: readonly string[];
  readonly encoding: string;
}

interface Row {
  readonly file: string;
  readonly line: number;
}
export interface PipelineRow extends Row {
  /** the file's id, made unique: a second row with id X is "X#2" */
  readonly key: string;
  readonly opportunityId: string;
  readonly agent: string;
  readonly product: string | null;
  readonly account: string | null;
  readonly stage: string;
  /** YYYY-MM-DD */
  readonly engageDate: string | null;
  readonly closeDate: string | null;
  readonly closeValue: number | null;
}
export interface AccountRow extends Row {
  readonly name: string;
  readonly sector: string | null;
  readonly founded: number | null;
  readonly revenue: number | null;
  readonly employees: number | null;
  readonly country: string | null;
  readonly parent: string | null;
}
export interface ProductRow extends Row {
  readonly name: string;
  readonly series: string | null;
  readonly listPrice: number | null;
}
export interface TeamRow extends Row {
  readonly agent: string;
  readonly manager: string | null;
  readonly office: string | null;
}
