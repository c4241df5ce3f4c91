import { t } from '../i18n/index.ts';
import { validationTexts as texts } from './texts.ts';

/** What of a field its message depends on. */
export interface CheckedField {
  readonly tagName: string;
  readonly validity: Partial<Omit<ValidityState, 'valid'>>;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
}

/** What is wrong with a field by HTML's own rules, in the product's language. */
export function validityText({ tagName, validity, ...field }: CheckedField): string {
  if (validity.valueMissing) return t(tagName === 'SELECT' ? texts.choose : texts.missing);
  if (validity.tooShort) return t(texts.short, { limit: field.minLength ?? 0 });
  if (validity.tooLong) return t(texts.long, { limit: field.maxLength ?? 0 });
  if (validity.rangeUnderflow) return t(texts.least, { limit: field.min ?? '' });
  if (validity.rangeOverflow) return t(texts.most, { limit: field.max ?? '' });
  return t(validity.typeMismatch ? texts.email : texts.wrong);
}
