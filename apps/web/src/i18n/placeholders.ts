/** The names of a text's placeholders, sorted and without repetition. */
export function placeholders(text: string): string[] {
  const names = new Set<string>();
  for (const match of text.matchAll(/\{(\w+)(?::[^}]*)?\}/g)) names.add(match[1] ?? '');
  return [...names].toSorted();
}
