import { parseJuel } from './juel/parseJuel.ts';
import { splitTemplate } from './juel/splitTemplate.ts';
import { translate } from './juel/translate.ts';
import { writeFeel } from './juel/writeFeel.ts';

/**
 * Text in which JUEL may stand ("Deal ${name}", EL 2.2, 1.2) as FEEL that gives the whole text. An expression alone
 * keeps its type; text alone is a text, also when it is a number. Null when a part has no equal in FEEL.
 */
export function templateToFeel(source: string): string | null {
  const parts = splitTemplate(source.trim());
  if (!parts) return null;
  return translate(() => {
    const pieces = parts.map((part) =>
      'text' in part ? JSON.stringify(part.text) : writeFeel(parseJuel(part.expression).tree, { countsFromZero: true }),
    );
    const [only = '""'] = pieces;
    if (pieces.length < 2) return typeof only === 'string' ? only : only.text;
    // "+" would make nothing of the whole for one empty value, which is no text at all (EL 2.2, 1.18.2)
    return `string join([${pieces.map((piece) => (typeof piece === 'string' ? piece : `string(${piece.text})`)).join(', ')}])`;
  });
}
