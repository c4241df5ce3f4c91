import { formatDay, formatNumber, t } from '../../i18n/index.ts';
import { dealTexts as texts } from './texts.ts';

/** A value of a form field or of the deal, as a person reads it. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return t(texts.empty);
  if (typeof value === 'boolean') return t(value ? texts.yes : texts.no);
  if (typeof value === 'number') return formatNumber(value, 2);
  if (Array.isArray(value)) return value.length === 0 ? t(texts.empty) : value.map(valueText).join(', ');
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value;
  return JSON.stringify(value);
}
