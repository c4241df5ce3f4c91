import type { CrmExport } from './CrmExport.ts';
import type { ImportTotals } from './ImportReport.ts';
import { isWon } from './stageWords.ts';

export function totalsOf(data: CrmExport): ImportTotals {
  const byStage: Record<string, number> = {};
  for (const row of data.pipeline) byStage[row.stage] = (byStage[row.stage] ?? 0) + 1;
  const owners = new Set(data.pipeline.map((row) => row.agent));
  const people = new Set([
    ...owners,
    ...data.teams.flatMap((row) => [row.agent, ...(row.manager ? [row.manager] : [])]),
  ]);
  return {
    deals: data.pipeline.length,
    byStage,
    owners: owners.size,
    wonValue: data.pipeline.reduce((sum, row) => sum + (isWon(row.stage) ? (row.closeValue ?? 0) : 0), 0),
    accounts: new Set(data.accounts.map((row) => row.name)).size,
    products: data.products.length,
    people: people.size,
  };
}
