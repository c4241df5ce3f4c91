import { evaluate } from 'feelin';
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
      return text.includes('\\') ? (evaluate(text, {}).value as string) : text.slice(1, -1);
    default:
      return undefined;
  }
}
