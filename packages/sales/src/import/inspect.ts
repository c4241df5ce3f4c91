import type { CrmExport } from './CrmExport.ts';
import * as accounts from './dirt/accountDirt.ts';
import * as deals from './dirt/dealDirt.ts';
import type { DirtDetector, DirtFinding, DirtSummary } from './dirt/Dirt.ts';
import * as people from './dirt/peopleDirt.ts';
import * as unknown from './dirt/unknownNames.ts';

const DETECTORS: readonly DirtDetector[] = [unknown, deals, accounts, people].flatMap((module) =>
  Object.values<DirtDetector>(module),
);

/**
 * Every kind of dirt that an export shows, most rows first. It is told, never repaired: what the import does with each
 * kind stands in `treatment`, and a suggestion counts only once the person has put it into the mapping.
 */
export function inspect(data: CrmExport): readonly DirtFinding[] {
  return DETECTORS.map((detect) => detect(data))
    .filter((finding) => finding.rows.length > 0)
    .toSorted((a, b) => b.rows.length - a.rows.length || a.kind.localeCompare(b.kind));
}

export function summarise({ rows, ...finding }: DirtFinding): DirtSummary {
  return { ...finding, count: rows.length, examples: rows.slice(0, 5) };
}
