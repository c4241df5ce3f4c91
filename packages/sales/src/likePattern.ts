/** A search word as a pattern for `ilike`; `%` and `_` in it mean themselves. Null when nothing is searched for. */
export function likePattern(search: string | null | undefined): string | null {
  const word = search?.trim() ?? '';
  return word === '' ? null : `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
