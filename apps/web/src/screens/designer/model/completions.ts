/** What a half-written expression may become when its last word is completed to one of these names. */
export function completions(text: string, names: readonly string[]): readonly string[] {
  const word = /(?:^|[^\w.])([A-Za-z_]\w*)?$/.exec(text);
  if (!word) return [];
  const begun = word[1] ?? '';
  const before = text.slice(0, text.length - begun.length);
  return names.filter((name) => name.startsWith(begun) && name !== begun).map((name) => `${before}${name}`);
}
