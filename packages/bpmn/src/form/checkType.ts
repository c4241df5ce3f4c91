import { formError, type FormError } from './FormError.ts';
import type { FormField } from './formFields.ts';

/** Longest text that any field takes, in characters: about ten pages. */
export const MAX_TEXT = 20_000;
const MAX_ITEMS = 1000;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ZONE = /(?:Z|[+-]\d{2}:\d{2})?$/.source;
const TIME = new RegExp(`^([01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?${ZONE}`);

type Check = (field: FormField, value: unknown) => FormError | null;

/** By form-js field type; types that are not listed (expression, filepicker, dynamiclist) take any JSON. */
const CHECKS: Readonly<Record<string, Check>> = {
  textfield: checkText,
  textarea: checkText,
  number: checkNumber,
  checkbox: (field, value) =>
    typeof value === 'boolean' ? null : formError(field.key, 'type', 'This must be yes or no.', '此项必须为是或否。'),
  select: checkOption,
  radio: checkOption,
  checklist: checkOptions,
  taglist: checkOptions,
  datetime: checkDateTime,
};

/** The value's type and, where the form lists the choices, its membership. Empty values are not looked at. */
export function checkType(field: FormField, value: unknown): FormError | null {
  return CHECKS[field.type]?.(field, value) ?? null;
}

function checkText(field: FormField, value: unknown): FormError | null {
  if (typeof value !== 'string') return formError(field.key, 'type', 'This must be text.', '此项必须为文本。');
  if (value.length > MAX_TEXT) {
    return formError(field.key, 'max-length', `At most ${MAX_TEXT} characters.`, `最多 ${MAX_TEXT} 个字符。`);
  }
  return null;
}

/** form-js hands numbers over as text when the field says `serializeToString`. */
function checkNumber(field: FormField, value: unknown): FormError | null {
  const asText = field.component['serializeToString'] === true;
  const fits = asText
    ? typeof value === 'string' && /^-?\d{1,30}(\.\d{1,30})?$/.test(value)
    : typeof value === 'number' && Number.isFinite(value);
  return fits ? null : formError(field.key, 'type', 'This must be a number.', '此项必须为数字。');
}

function checkOption(field: FormField, value: unknown): FormError | null {
  const options = optionsOf(field);
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (!plain && options !== null) return formError(field.key, 'type', 'Choose one of the options.', '请选择一个选项。');
  if (options !== null && !options.has(value)) {
    const shown = String(value).slice(0, 60);
    return formError(field.key, 'option', `"${shown}" is not one of the options.`, `“${shown}”不在可选项中。`);
  }
  return null;
}

function checkOptions(field: FormField, value: unknown): FormError | null {
  if (!Array.isArray(value) || value.length > MAX_ITEMS) {
    return formError(field.key, 'type', 'This must be a list of options.', '此项必须为选项列表。');
  }
  for (const item of value) {
    const wrong = checkOption(field, item);
    if (wrong) return wrong;
  }
  if (new Set(value).size !== value.length) {
    return formError(field.key, 'option', 'An option is chosen twice.', '有选项被重复选择。');
  }
  return null;
}

/** The choices that stand in the form; null when they come from a variable or an expression. */
function optionsOf({ component }: FormField): ReadonlySet<unknown> | null {
  return component.values ? new Set(component.values.map((option) => option.value)) : null;
}

function checkDateTime(field: FormField, value: unknown): FormError | null {
  const subtype = field.component['subtype'];
  const [en, zh] =
    subtype === 'time'
      ? ['a time such as 14:30', '时间，如 14:30']
      : subtype === 'datetime'
        ? ['a date and time such as 2026-03-31T14:30', '日期时间，如 2026-03-31T14:30']
        : ['a date such as 2026-03-31', '日期，如 2026-03-31'];
  if (typeof value !== 'string') return formError(field.key, 'type', `This must be ${en}.`, `此项必须为${zh}。`);
  const [date = '', time = ''] = subtype === 'time' ? ['', value] : value.split('T');
  const fits =
    subtype === 'time'
      ? TIME.test(time)
      : isDate(date) && (subtype === 'datetime' ? TIME.test(time) : value.length === date.length);
  return fits ? null : formError(field.key, 'format', `This must be ${en}.`, `此项必须为${zh}。`);
}

/** A day that exists: 2026-02-30 does not. */
function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
