/** Two signs for a person: the end of a Chinese name (王小明 → 小明), the first letters of two words otherwise. */
export function initialsOf(name: string): string {
  const chinese = /\p{Script=Han}+/u.exec(name)?.[0];
  if (chinese) return Array.from(chinese).slice(-2).join('');
  const words = name.trim().split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? '')
    .join('');
}
