import type { FormSchema, Labels } from '../ProcessGraph.ts';
import { type FormField, formFields } from './formFields.ts';
import { localizeForm } from './localizeForm.ts';

/** What a form calls a field, and the values that it lets a person choose from. */
export interface FieldWords {
  readonly labels: Labels;
  /** by value, as text */
  readonly options: Readonly<Record<string, Labels>>;
}

/**
 * The words of a form's fields by key (see `formFields`), in both languages. A language that the form's author left
 * out has the words of the other.
 */
export function formWords(schema: FormSchema): ReadonlyMap<string, FieldWords> {
  const zh = new Map(formFields(localizeForm(schema, 'zh')).map((field) => [field.key, field]));
  return new Map(
    formFields(localizeForm(schema, 'en')).map((field) => {
      const other = zh.get(field.key) ?? field;
      return [field.key, { labels: pair(labelOf(field), labelOf(other)), options: optionsOf(field, other) }];
    }),
  );
}

function labelOf({ component }: FormField): string {
  for (const text of [component.label, component['dateLabel'], component['timeLabel']])
    if (typeof text === 'string' && text !== '') return text;
  return '';
}

function optionsOf(en: FormField, zh: FormField): Record<string, Labels> {
  const others = zh.component.values ?? [];
  const options = (en.component.values ?? []).flatMap(({ label, value }, at): [string, Labels][] =>
    typeof label === 'string' ? [[value, pair(label, others[at]?.label ?? '')]] : [],
  );
  return Object.fromEntries(options);
}

function pair(en: string, zh: string): Labels {
  return { ...(en === '' ? {} : { en }), ...(zh === '' ? {} : { zh }) };
}
