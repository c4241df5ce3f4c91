/** A part of a text with expressions in it: text as it is, or an expression without the `${` and `}` around it. */
export type TemplatePart = { readonly text: string } | { readonly expression: string };

/**
 * Cuts a text at its expressions, `${…}` or `#{…}` (EL 2.2, 1.2). A backslash before one makes it text. Null when an
 * expression does not end.
 */
export function splitTemplate(source: string): readonly TemplatePart[] | null {
  const parts: TemplatePart[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    if (source[at] === '\\' && /[$#]\{/.test(source.slice(at + 1, at + 3))) {
      text += source.slice(at + 1, at + 3);
      at += 3;
    } else if (/^[$#]\{$/.test(source.slice(at, at + 2))) {
      const end = endOf(source, at + 2);
      if (end === -1) return null;
      if (text !== '') parts.push({ text });
      text = '';
      parts.push({ expression: source.slice(at + 2, end) });
      at = end + 1;
    } else {
      text += source[at];
      at += 1;
    }
  }
  if (text !== '') parts.push({ text });
  return parts;
}

/** Where the brace closes that is open at `from`; those in texts do not count. -1 when it does not. */
function endOf(source: string, from: number): number {
  let quote = '';
  for (let at = from; at < source.length; at += 1) {
    const character = source[at] ?? '';
    if (quote !== '') {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '{') return -1;
    else if (character === '}') return at;
  }
  return -1;
}
