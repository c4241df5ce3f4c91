import { tryOne, type Trial } from './tryOne.ts';

/** How many small models are looked at. */
const TRIES = 400;

/**
 * The smallest model found that is broken in the same way. Blocks can't be taken out of a model whose choices hang on
 * one stream of numbers, so others are made, the small ones first.
 */
export async function shrink(found: Trial): Promise<Trial> {
  const kind = kindOf(found);
  let smallest = found;
  for (const depth of [0, 1, 2, 3]) {
    for (let seed = 1; seed <= TRIES; seed++) {
      const trial = await tryOne(seed, depth);
      if (kindOf(trial) === kind && trial.model.size < smallest.model.size) smallest = trial;
    }
    if (smallest !== found) return smallest;
  }
  return smallest;
}

/** What was broken without the names of the elements. */
function kindOf({ broken }: Trial): string | null {
  return broken?.replaceAll(/\b[a-zA-Z]{3}\d+\b|\d+/g, '#') ?? null;
}
