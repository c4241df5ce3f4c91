import { t, type Text } from '../i18n/index.ts';
import { fieldTexts } from './texts.ts';

const NAMES: Readonly<Record<string, Text>> = fieldTexts;

/** A field of ours, or one of an imported row, in the current language; another keeps the key that its author gave it. */
export function fieldName(field: string): string {
  const known = Object.hasOwn(NAMES, field) ? NAMES[field] : undefined;
  return known ? t(known) : field;
}
