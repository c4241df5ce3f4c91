import type { Labels } from '@dealwright/api/contract';
import { formatDay, formatNumber, labelOf, t } from '../i18n/index.ts';
import { changeTexts as texts } from './texts.ts';

/** Whether a field holds nothing. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A value of a form field or of the deal, as a person reads it. `options` has words for what was chosen from a list. */
export function valueText(value: unknown, options: Readonly<Record<string, Labels>> = {}): string {
  if (isEmpty(value)) return t(texts.empty);
  const chosen = typeof value === 'string' || typeof value === 'number' ? options[String(value)] : undefined;
  if (chosen) return labelOf(chosen, String(value));
  if (typeof value === 'boolean') return t(value ? texts.yes : texts.no);
  if (typeof value === 'number') return formatNumber(value, 2);
  if (Array.isArray(value)) return value.map((one) => valueText(one, options)).join(t(texts.between));
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value;
  return JSON.stringify(value);
}
