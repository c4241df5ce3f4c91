import type { ExportKind } from './CrmExport.ts';

/** The columns by which a file is recognised; each of them is needed. */
export const COLUMNS: Readonly<Record<ExportKind, readonly string[]>> = {
  pipeline: [
    'opportunity_id',
    'sales_agent',
    'product',
    'account',
    'deal_stage',
    'engage_date',
    'close_date',
    'close_value',
  ],
  accounts: ['account', 'sector', 'year_established', 'revenue', 'employees', 'office_location', 'subsidiary_of'],
  products: ['product', 'series', 'sales_price'],
  teams: ['sales_agent', 'manager', 'regional_office'],
};

/**
 * What a file is, from its columns: the kind of which it has most, if that is more than half. A file that lacks a
 * column or two is still recognised, so that the fault can be named instead of the file being passed over.
 */
export function kindOf(columns: readonly string[]): ExportKind | null {
  const present = new Set(columns);
  let best: ExportKind | null = null;
  let bestShare = 0.5;
  for (const kind of Object.keys(COLUMNS) as ExportKind[]) {
    const wanted = COLUMNS[kind];
    const share = wanted.filter((column) => present.has(column)).length / wanted.length;
    if (share > bestShare) [best, bestShare] = [kind, share];
  }
  return best;
}
