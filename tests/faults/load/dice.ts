import { seeded } from '../../../packages/engine/src/testing/seeded.ts';

export interface Dice {
  /** a whole number from 0 to below `most` */
  below(most: number): number;
  chance(probability: number): boolean;
  /** takes one out of a list */
  take<Item>(items: Item[]): Item | undefined;
  /** a name that no other has, with a number at its end */
  key(): string;
  /** an id of a command or a message, that no other has */
  id(): string;
}

/** Chance that follows from a seed: which commands are sent, and when the fault comes. */
export function createDice(seed: number): Dice {
  const random = seeded(seed);
  let keys = 0;
  const digits = (count: number) => Array.from({ length: count }, () => below(16).toString(16)).join('');
  const below = (most: number) => Math.floor(random() * most);
  return {
    below,
    chance: (probability) => random() < probability,
    take: (items) => items.splice(below(items.length), 1)[0],
    key: () => `key-${seed}-${(keys += 1)}`,
    id: () => `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`,
  };
}
