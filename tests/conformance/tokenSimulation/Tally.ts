/** How often each element was entered and ended. */
export interface Tally {
  readonly entered: number;
  /** went on */
  readonly left: number;
  /** was taken away: interrupted, terminated, merged into another token */
  readonly ended: number;
}

export type Tallies = ReadonlyMap<string, Tally>;

export class Counter {
  readonly #tallies = new Map<string, { entered: number; left: number; ended: number }>();

  add(element: string, what: keyof Tally): void {
    const tally = this.#tallies.get(element) ?? { entered: 0, left: 0, ended: 0 };
    tally[what] += 1;
    this.#tallies.set(element, tally);
  }

  /** A token was taken away on its way to the element. */
  lost(element: string): void {
    this.add(element, 'entered');
    this.add(element, 'ended');
  }

  get tallies(): Tallies {
    return this.#tallies;
  }
}

/**
 * Tallies as lines to compare, in the order of the ids: how often each element was entered, left, cancelled, and how
 * many of it are still open.
 *
 * @param comparesLeaving elements for which leaving and being cancelled mean the same to both sides; for all others
 *   only that they are over is compared
 */
export function tallyLines(tallies: Tallies, comparesLeaving: (element: string) => boolean): string[] {
  return [...tallies]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([element, { entered, left, ended }]) => {
      const over = left + ended;
      const how = comparesLeaving(element) ? `left ${left}, cancelled ${ended}` : `over ${over}`;
      return `${element}: entered ${entered}, ${how}, open ${entered - over}`;
    });
}
