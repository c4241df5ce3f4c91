import { editDistance } from './editDistance.ts';

/**
 * The known word that an unknown one probably stands for, or null. Spelling without spaces and case decides first
 * ("GTXPro" is "GTX Pro"), then an edit distance of one, or two from eight letters on: short words are too alike.
 */
export function suggest(word: string, known: Iterable<string>): string | null {
  const plain = plainOf(word);
  const limit = plain.length >= 8 ? 2 : 1;
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const distance = editDistance(plain, plainOf(candidate), limit);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return plain.length < 4 && bestDistance > 0 ? null : best;
}

function plainOf(word: string): string {
  return word.toLowerCase().replaceAll(/[\s\-_.,]/g, '');
}
