import type { Language } from '@dealwright/api/contract';
import { localeOf } from './localeOf.ts';
import type { Text, TextParams } from './Text.ts';

/** Fills a text's placeholders; numbers are written the way the language writes them. */
export function formatText(text: Text, language: Language, params: TextParams = {}): string {
  return text[language].replaceAll(/\{(\w+)(?::([^}]*))?\}/g, (whole, name: string, forms: string | undefined) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (forms !== undefined) {
      const [one = '', other = one] = forms.split('|');
      return Number(value) === 1 ? one : other;
    }
    return typeof value === 'number' ? value.toLocaleString(localeOf(language)) : value;
  });
}
