/** What a secret may be called: what is written between the braces of `{{secret.NAME}}`. */
export const SECRET_NAME = /^[A-Z][A-Z0-9_]{0,63}$/;

/** Shorter values could not be told from other text where they are blacked out. */
export const SHORTEST_SECRET = 8;

const PLACEHOLDER = /\{\{\s*secret\.([A-Z][A-Z0-9_]{0,63})\s*\}\}/g;

/** The names of all `{{secret.NAME}}` in a text. */
export function secretNames(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''));
}

/** Puts values in the place of `{{secret.NAME}}`; a name without a value is left as it stands. */
export function fillIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(PLACEHOLDER, (written, name: string) => values.get(name) ?? written);
}
