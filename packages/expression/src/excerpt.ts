/** A text short enough to stand in a message. */
export function excerpt(text: string, length = 120): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
