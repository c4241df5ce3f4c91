import { parseJuel } from './juel/parseJuel.ts';
import { translate } from './juel/translate.ts';
import { writeFeel } from './juel/writeFeel.ts';

/**
 * Translates an expression as Java and JavaScript write it, without `${` and `}` around it. Null for what has no equal,
 * and for what is FEEL: only `==`, `&&`, `||`, `!`, `%`, `? :`, a text in single quotes or a method call that FEEL has a
 * function for make sure that it is not.
 */
export function javaToFeel(source: string): string | null {
  return translate(() => {
    const { tree, foreign } = parseJuel(source);
    return foreign ? writeFeel(tree, { countsFromZero: false }).text : null;
  });
}
