import { z } from 'zod';
import type { Instant, Labels } from './common.ts';

// import.preview (mutation; admin, manager) → ImportPreview: reads the files, changes nothing
// import.run (mutation; admin, manager) → { runId }: starts in the background; progress over live and import.status
// import.status (query) → ImportStatus · import.latest (query) → ImportStatus | null
// demo.status (query; all) → { loaded: boolean; people: DemoPerson[] } · demo.load / demo.remove (mutation; admin, manager) → void
export interface ImportPreview {
  readonly files: readonly {
    readonly name: string;
    readonly kind: 'pipeline' | 'accounts' | 'products' | 'teams' | 'ignored';
    readonly rows: number;
    readonly columns: readonly string[];
    readonly encoding: string;
  }[];
  readonly mapping: ImportMapping;
  readonly dirt: readonly Dirt[];
  readonly totals: ImportTotals;
}
/** Which task a live deal of each stage stands at, and what the known misspellings become. */
export interface ImportMapping {
  readonly processId: string;
  /** stage word in the file → element id of a user task, or "won" / "lost" */
  readonly stages: Readonly<Record<string, string>>;
  /** product word in the file → product name; only where the person agrees */
  readonly products: Readonly<Record<string, string>>;
}
export interface Dirt {
  /** "unknown-product", "missing-account", "misspelt-sector", "missing-engage-date", "lost-without-value" … */
  readonly kind: string;
  readonly label: Labels;
  /** what is done about it, in words */
  readonly treatment: Labels;
  readonly count: number;
  readonly examples: readonly { readonly file: string; readonly line: number; readonly value: string }[];
}
export interface ImportTotals {
  readonly deals: number;
  readonly byStage: Readonly<Record<string, number>>;
  readonly owners: number;
  readonly wonValue: number;
  readonly accounts: number;
  readonly products: number;
  readonly people: number;
}
export interface ImportStatus {
  readonly runId: string;
  readonly status: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly report: {
    readonly totals: ImportTotals;
    readonly created: number;
    readonly unchanged: number;
    readonly dirt: readonly Dirt[];
    readonly error: string | null;
  } | null;
}
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}
const file = z.object({
  name: z.string().min(1).max(300),
  /** base64 of the file's bytes: its encoding is found out on the server */ content: z.string().max(15_000_000),
});
export const importPreviewInput = z.object({ files: z.array(file).min(1).max(10) });
export const importRunInput = importPreviewInput.extend({
  mapping: z.object({
    processId: z.string().max(200),
    stages: z.record(z.string().max(100), z.string().max(200)),
    products: z.record(z.string().max(200), z.string().max(200)),
  }),
});
export const importStatusInput = z.object({ runId: z.string().max(200) });
