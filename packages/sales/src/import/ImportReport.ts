import type { Message } from '@dealwright/bpmn/types';
import type { DirtSummary } from './dirt/Dirt.ts';

/** What an export holds; compared with what the import made of it. */
export interface ImportTotals {
  readonly deals: number;
  /** by the file's own stage words */
  readonly byStage: Readonly<Record<string, number>>;
  /** people who own at least one deal */
  readonly owners: number;
  readonly wonValue: number;
  readonly accounts: number;
  readonly products: number;
  readonly people: number;
}

/** What a run made of an export. */
export interface ImportReport {
  /** of everything ever imported, as the database has it now */
  readonly totals: ImportTotals;
  /** people, accounts, products and deals made by this run */
  readonly created: number;
  /** rows that were here already and say the same */
  readonly unchanged: number;
  readonly dirt: readonly DirtSummary[];
  /** why the run failed */
  readonly error: Message | null;
}

/** How far a run is, or how it ended. Times are ISO 8601 in UTC. */
export interface ImportStatus {
  readonly runId: string;
  readonly status: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly report: ImportReport | null;
}
