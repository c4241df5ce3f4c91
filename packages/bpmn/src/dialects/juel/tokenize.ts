import { Untranslatable } from './Juel.ts';

export interface Token {
  readonly kind: 'text' | 'number' | 'word' | 'sign' | 'end';
  /** texts: what they say; everything else as it is written */
  readonly value: string;
  /** cannot stand in FEEL: `==`, `&&`, 'x' */
  readonly foreign: boolean;
}

const PATTERN =
  /\s+|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\p{ID_Continue}$])|\.\d+)|([\p{ID_Start}_$][\p{ID_Continue}$]*)|(===?|!==?|<=|>=|&&|\|\||[-+*/%<>!?:.,()[\]])/uy;

const FOREIGN = new Set(['==', '===', '!==', '&&', '||', '!', '%', '?']);

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** Cuts an expression into its tokens, with an "end" behind the last. Throws `Untranslatable` at what is none. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(source);
    if (!match) throw new Untranslatable();
    at = PATTERN.lastIndex;
    const [, text, number, word, sign] = match;
    if (text !== undefined) tokens.push({ kind: 'text', value: unquote(text), foreign: text.startsWith("'") });
    else if (number !== undefined) tokens.push({ kind: 'number', value: number, foreign: false });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word, foreign: false });
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign, foreign: FOREIGN.has(sign) });
  }
  return [...tokens, { kind: 'end', value: '', foreign: false }];
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/gsu, (_, character: string) => ESCAPES[character] ?? character);
}
