import type { FaultLine } from './FaultLine.ts';

/** Prints the lines as a table; one that could not be tried here says why below it. */
export function printFaults(lines: readonly FaultLine[]): void {
  console.table(
    lines.map(({ acknowledged, holds, skipped, ...line }) => ({
      ...line,
      acknowledged: acknowledged.toLocaleString('en'),
      holds: skipped === undefined ? holds : 'skipped',
    })),
  );
  for (const { fault, database, skipped } of lines)
    if (skipped !== undefined) console.log(`${fault} on ${database} was skipped: ${skipped}`);
}
