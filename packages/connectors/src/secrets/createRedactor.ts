const MASK = '***';

/**
 * Blacks out values in a text: as they are, and as they stand in an address, in JSON and in base64 — the ways in which
 * an answer or an error may repeat what was sent.
 */
export function createRedactor(values: Iterable<string>): (text: string) => string {
  const forms = new Set<string>();
  for (const value of values) {
    if (value === '') continue;
    for (const form of [
      value,
      encodeURIComponent(value),
      new URLSearchParams({ v: value }).toString().slice(2),
      JSON.stringify(value).slice(1, -1),
      Buffer.from(value).toString('base64').replace(/=+$/, ''),
      Buffer.from(value).toString('base64url'),
    ]) {
      forms.add(form);
    }
  }
  // longest first: a form may hold another
  const ordered = [...forms].toSorted((a, b) => b.length - a.length);
  return (text) => ordered.reduce((left, form) => left.replaceAll(form, MASK), text);
}
