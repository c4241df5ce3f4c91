/** Sector words by which a misspelling is noticed. A word that is near none of them is the firm's own and is left be. */
export const SECTORS: readonly string[] = [
  'agriculture',
  'automotive',
  'banking',
  'construction',
  'consulting',
  'education',
  'employment',
  'energy',
  'entertainment',
  'finance',
  'government',
  'healthcare',
  'hospitality',
  'insurance',
  'logistics',
  'manufacturing',
  'marketing',
  'media',
  'medical',
  'pharmaceuticals',
  'real estate',
  'retail',
  'services',
  'software',
  'technology',
  'telecommunications',
  'transportation',
  'utilities',
];

/** English names of all countries, from the Unicode data that the runtime carries (CLDR). */
export function countryNames(): ReadonlySet<string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const found = new Set<string>();
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (const first of letters)
    for (const second of letters) {
      const name = names.of(first + second);
      if (name) found.add(name);
    }
  return found;
}
