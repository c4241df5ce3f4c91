/** Choices that follow from a generator of random numbers. */
export class Dice {
  readonly #random: () => number;

  /** @param random numbers from 0 to below 1 */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** A whole number from 0 to below `limit`. */
  upTo(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number {
    return least + this.upTo(most - least + 1);
  }

  /** True with the probability given. */
  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  pick<const T>(from: readonly [T, ...T[]]): T {
    return from[this.upTo(from.length)] ?? from[0];
  }

  /** One of a list that may be empty. */
  oneOf<T>(from: readonly T[]): T | undefined {
    return from[this.upTo(from.length)];
  }

  list<T>(length: number, make: (at: number) => T): T[] {
    return Array.from({ length }, (_, at) => make(at));
  }
}
