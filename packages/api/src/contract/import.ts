import type { DirtSummary, ExportFile, ImportMapping, ImportTotals } from '@dealwright/sales/types';
import { z } from 'zod';

// import.preview (mutation; admin, manager) → ImportPreview: reads the files, changes nothing
// import.findings (mutation; admin, manager) → DirtFinding[]: every row of every kind of dirt, for download
// import.run (mutation; admin, manager) → { runId }: starts in the background; progress over live and import.status
// import.status (query) → ImportStatus · import.latest (query) → ImportStatus | null
// demo.status (query; all) → { loaded: boolean; people: DemoPerson[] } · demo.load / demo.remove (mutation; admin, manager) → void
export type {
  DirtFinding,
  DirtSummary as Dirt,
  ImportMapping,
  ImportStatus,
  ImportTotals,
} from '@dealwright/sales/types';
export interface ImportPreview {
  readonly files: readonly ExportFile[];
  readonly mapping: ImportMapping;
  readonly dirt: readonly DirtSummary[];
  readonly totals: ImportTotals;
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
