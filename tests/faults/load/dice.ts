import { seeded } from '../../../packages/engine/src/testing/seeded.ts';

export interface Dice {
  /** a whole number from 0 to below `most` */
  below(most: number): number;
  chance(probability: number): boolean;
  /** takes one out of a list */
  take<Item>(items: Item[]): Item | undefined;
  /** an id that no other has */
  id(prefix: string): string;
}

/** Chance that follows from a seed: which commands are sent, and when the fault comes. */
export function createDice(seed: number): Dice {
  const random = seeded(seed);
  let ids = 0;
  const below = (most: number) => Math.floor(random() * most);
  return {
    below,
    chance: (probability) => random() < probability,
    take: (items) => items.splice(below(items.length), 1)[0],
    id: (prefix) => `${prefix}-${seed}-${(ids += 1)}`,
  };
}
