import type { FormSchema } from '../ProcessGraph.ts';

export type Language = 'en' | 'zh';

/** Texts of form-js that a person reads. */
const TEXTS = ['label', 'description', 'text', 'content', 'title', 'alt', 'dateLabel', 'timeLabel'] as const;

/**
 * The form in one language. A text in the other language stands in the component's `properties` as
 * "label:zh"; an option's stands beside its label. Where the wanted language is missing, the text stays as it is.
 */
export function localizeForm(schema: FormSchema, language: Language): FormSchema {
  // the shape is kept: only texts are exchanged
  return { ...schema, components: schema.components.map((component) => localize(component, language)) };
}

function localize<T extends Readonly<Record<string, unknown>>>(component: T, language: Language): T {
  const properties = recordOf(component['properties']);
  const changes: Record<string, unknown> = {};
  for (const text of TEXTS) {
    const other = component[`${text}:${language}`] ?? properties[`${text}:${language}`];
    if (typeof other === 'string' && other !== '') changes[text] = other;
  }
  for (const list of ['components', 'values', 'columns'] as const) {
    const items = component[list];
    if (Array.isArray(items)) changes[list] = items.map((item: unknown) => localize(recordOf(item), language));
  }
  const appearance = localizeAffixes(component['appearance'], properties, language);
  if (appearance) changes['appearance'] = appearance;
  return { ...component, ...changes };
}

/** Units before and behind an input ("¥", "days") are texts too. */
function localizeAffixes(
  appearance: unknown,
  properties: Readonly<Record<string, unknown>>,
  language: Language,
): Readonly<Record<string, unknown>> | null {
  const affixes = recordOf(appearance);
  const changed: Record<string, unknown> = {};
  for (const name of ['prefixAdorner', 'suffixAdorner']) {
    const other = properties[`${name}:${language}`];
    if (name in affixes && typeof other === 'string') changed[name] = other;
  }
  return Object.keys(changed).length > 0 ? { ...affixes, ...changed } : null;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
