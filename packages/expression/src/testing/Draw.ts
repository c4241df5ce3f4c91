/** Draws that follow from a seed: what a test has found can be found again. */
export interface Draw {
  /** a whole number from 0 to below the limit */
  below(limit: number): number;
  /** true once in so many times */
  oneIn(times: number): boolean;
  from<T>(choices: readonly [T, ...T[]]): T;
}

/** Weyl's sequence through MurmurHash3's finalizer: plain, fast, and good enough to mix cases. */
export function draws(seed: number): Draw {
  let state = Math.imul(seed, 0x9e37_79b1) >>> 0;
  function next(): number {
    state = (state + 0x9e37_79b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85eb_ca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  }
  const below = (limit: number): number => next() % limit;
  return {
    below,
    oneIn: (times) => below(times) === 0,
    from: ([first, ...others]) => [first, ...others][below(others.length + 1)] ?? first,
  };
}
