import { parseJuel } from './juel/parseJuel.ts';
import { splitTemplate } from './juel/splitTemplate.ts';
import { translate } from './juel/translate.ts';
import { writeFeel } from './juel/writeFeel.ts';

/**
 * Translates a JUEL expression (`${amount > 3 && region == 'EU'}`, EL 2.2) to FEEL: comparisons, arithmetic, logic,
 * `empty`, choices, paths, and the methods in `juel/methodToFeel.ts`. Null for what has no equal, and for text that
 * is not one expression.
 *
 * What is empty stays so, as FEEL has it: `${!approved}` is not(approved), which is null without an answer, where JUEL
 * would take it for true. The engine tells such a condition instead of going on by chance.
 */
export function juelToFeel(source: string): string | null {
  const parts = /^\s*[$#]\{/.test(source) ? splitTemplate(source.trim()) : null;
  const [part] = parts ?? [];
  if (parts?.length !== 1 || !part || !('expression' in part)) return null;
  return translate(() => writeFeel(parseJuel(part.expression).tree, { countsFromZero: true }).text);
}
