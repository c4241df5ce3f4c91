import type { Labels } from '@dealwright/bpmn/types';
import type { CrmExport } from '../CrmExport.ts';

/** One row of the export that shows a kind of dirt. */
export interface DirtRow {
  readonly file: string;
  readonly line: number;
  /** the value as the file has it */
  readonly value: string;
  /** what it probably stands for; nothing is changed by it unless the person agrees */
  readonly suggestion?: string;
}

/** One kind of dirt with all its rows. */
export interface DirtFinding {
  /** stable, kebab-case */
  readonly kind: string;
  readonly label: Labels;
  /** what the import does about it, in words */
  readonly treatment: Labels;
  readonly rows: readonly DirtRow[];
}

/** As the API shows it: the count, and the first five rows. */
export interface DirtSummary extends Omit<DirtFinding, 'rows'> {
  readonly count: number;
  readonly examples: DirtFinding['rows'];
}

/** Looks for one kind of dirt; the rows are empty when there is none. */
export type DirtDetector = (data: CrmExport) => DirtFinding;
