import type { Json } from '../Json.ts';
import { bail } from './bail.ts';
import type { SyntaxNode } from './Part.ts';

/** The value of a literal; undefined for any other node. */
export function literalOf(source: string, { name, from, to }: SyntaxNode): Json | undefined {
  const text = source.slice(from, to);
  switch (name) {
    case 'null':
      return null;
    case 'BooleanLiteral':
      return text === 'true';
    case 'NumericLiteral':
      // the interpreter reads "- 5" as no number
      if (/\s/.test(text)) return bail();
      return text.includes('.') ? Number.parseFloat(text) : Number.parseInt(text, 10);
    case 'StringLiteral':
      return text.includes('\\') ? unescaped(text.slice(1, -1)) : text.slice(1, -1);
    default:
      return undefined;
  }
}

const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Bails for the escapes that are rarely written. */
function unescaped(text: string): string {
  if (!/^(?:[^\\]|\\["\\nrt])*$/u.test(text)) return bail();
  return text.replaceAll(/\\(["\\nrt])/gu, (_, sign: string) => ESCAPED.get(sign) ?? sign);
}
