/** 0 (inclusive) to 1 (exclusive), like Math.random; seeded by the caller so that a demo can be repeated. */
export type Random = () => number;

/** A small, well-mixed generator (mulberry32, public domain) for demos and tests. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<Item>(random: Random, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

export function chance(random: Random, share: number): boolean {
  return random() < share;
}

/** Milliseconds around a median, skewed as working times are: half lie within about ±40 % of it (log-normal). */
export function around(random: Random, medianHours: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return medianHours * Math.exp(0.55 * normal) * 3_600_000;
}
