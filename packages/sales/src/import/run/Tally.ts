import type { DirtRow } from '../dirt/Dirt.ts';

/** A row's plain values, by name. */
export type Facts = Readonly<Record<string, string | number | null>>;

/** What an import run has done so far. */
export class Tally {
  created = 0;
  unchanged = 0;
  /** rows that say something else than what an earlier import of the same row said; nothing was overwritten */
  readonly conflicts: DirtRow[] = [];

  /** Judges a row that was imported before: `was` and `is` are its facts then and now. */
  compare<Is extends Facts>(
    row: Omit<DirtRow, 'value'>,
    name: string,
    was: { readonly [Key in keyof Is]?: Is[Key] | undefined },
    is: Is,
  ): void {
    const changed = Object.entries(is).filter(([key, value]) => (was[key] ?? null) !== value);
    if (changed.length === 0) {
      this.unchanged += 1;
      return;
    }
    const words = changed.map(([key, value]) => `${key}: ${String(was[key] ?? '–')} → ${String(value ?? '–')}`);
    this.conflicts.push({ file: row.file, line: row.line, value: `${name} (${words.join('; ')})` });
  }
}
