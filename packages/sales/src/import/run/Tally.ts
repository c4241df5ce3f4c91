import type { DirtRow } from '../dirt/Dirt.ts';

/** What an import run has done so far. */
export class Tally {
  created = 0;
  unchanged = 0;
  /** rows that say something else than what an earlier import of the same row said; nothing was overwritten */
  readonly conflicts: DirtRow[] = [];

  /** Judges a row that was imported before: `was` and `is` are its facts then and now. */
  compare(row: Omit<DirtRow, 'value'>, name: string, was: object, is: object): void {
    const before = was as Readonly<Record<string, unknown>>;
    const changed = Object.entries(is).filter(([key, value]) => (before[key] ?? null) !== value);
    if (changed.length === 0) {
      this.unchanged += 1;
      return;
    }
    const words = changed.map(([key, value]) => `${key}: ${String(before[key] ?? '–')} → ${String(value ?? '–')}`);
    this.conflicts.push({ file: row.file, line: row.line, value: `${name} (${words.join('; ')})` });
  }
}
