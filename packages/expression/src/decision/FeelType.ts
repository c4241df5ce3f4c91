/** FEEL's built-in types (DMN 1.3, 10.3.2.9), by one name each. */
export const BASE_TYPES = [
  'number',
  'string',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
  'context',
  'list',
  'function',
  'Any',
] as const;
export type BaseType = (typeof BASE_TYPES)[number];

/** A type with the values that it allows, as unary tests; null when it allows all (DMN 1.3, 7.3.3). */
export type FeelType = {
  /** the name by which people know it */
  readonly name: string;
  readonly allowed: string | null;
} & (
  | { readonly kind: 'base'; readonly base: BaseType }
  | { readonly kind: 'list'; readonly of: FeelType }
  | { readonly kind: 'context'; readonly entries: readonly { readonly name: string; readonly type: FeelType }[] }
);

/** What other tools and earlier versions of DMN call them. */
const SYNONYMS: Readonly<Record<string, BaseType>> = {
  integer: 'number',
  int: 'number',
  long: 'number',
  double: 'number',
  float: 'number',
  decimal: 'number',
  dateTime: 'date and time',
  dayTimeDuration: 'days and time duration',
  yearMonthDuration: 'years and months duration',
  any: 'Any',
};

/** The built-in type of a name, of its synonyms too; null for any other. "feel:date" and "date" are the same. */
export function baseType(name: string): FeelType | null {
  const bare = name.replace(/^.*:/, '').trim();
  const base = BASE_TYPES.find((one) => one === bare) ?? SYNONYMS[bare];
  return base === undefined ? null : { kind: 'base', name: base, base, allowed: null };
}
