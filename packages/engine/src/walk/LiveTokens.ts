import type { LiveToken } from './Walk.ts';

/**
 * Tokens in the order of their ids. A token leaves by dying, which costs nothing: the dead are dropped once they are
 * the larger part, so that a list is no longer than about twice what lives in it, and adding and losing are constant in
 * the mean. Sets and maps, which are hashed anew every few tokens, made up most of a step's time.
 */
export class LiveTokens implements Iterable<LiveToken> {
  #tokens: LiveToken[] = [];
  #living = 0;

  /** how many are alive */
  get size(): number {
    return this.#living;
  }

  /** Appends a token, whose id must be above all before it. */
  add(token: LiveToken): void {
    if (this.#tokens.length > 2 * this.#living + 32) this.#tokens = this.#tokens.filter(({ dead }) => !dead);
    this.#tokens.push(token);
    this.#living++;
  }

  /** To be called once for each token of the list that has died. */
  lost(): void {
    this.#living--;
  }

  /** The living token with that id. */
  get(id: number): LiveToken | undefined {
    let from = 0;
    let to = this.#tokens.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#tokens[middle]?.id ?? id) < id) from = middle + 1;
      else to = middle;
    }
    const found = this.#tokens[from];
    return found?.id === id && !found.dead ? found : undefined;
  }

  /** The tokens that are alive now: whoever goes through them may remove and add others meanwhile. */
  [Symbol.iterator](): Iterator<LiveToken> {
    return this.#tokens.filter(({ dead }) => !dead).values();
  }
}
