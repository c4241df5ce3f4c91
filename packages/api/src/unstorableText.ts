/**
 * Path of the first text that no database keeps: one with a NUL, which PostgreSQL has no place for, or with half a
 * surrogate pair, which is no Unicode. Null when there is none. Names of fields are texts too.
 */
export function unstorableText(input: unknown): string | null {
  // a stack of its own: input may be nested deeper than calls can be
  const waiting: { readonly value: unknown; readonly path: string }[] = [{ value: input, path: '' }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { value, path } = at;
    if (typeof value === 'string' && !isStorable(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, entry] of Object.entries(value)) {
      if (!isStorable(key)) return path;
      waiting.push({ value: entry, path: path === '' ? key : `${path}.${key}` });
    }
  }
  return null;
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
