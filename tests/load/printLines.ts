import type { Line } from './Line.ts';

/** Prints lines as a table, figures to three digits. */
export function printLines(lines: readonly Line[]): void {
  console.table(
    lines.map((line) => ({ ...line, value: short(line.value), limit: short(line.limit), ratio: short(line.ratio) })),
  );
}

function short(figure: number): string {
  return figure >= 100 ? Math.round(figure).toLocaleString('en') : figure.toPrecision(3);
}
