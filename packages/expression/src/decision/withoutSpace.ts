/** A text without its spaces: one name may be written with more of them or fewer. */
export function withoutSpace(text: string): string {
  return /\s/.test(text) ? text.replaceAll(/\s+/g, '') : text;
}
