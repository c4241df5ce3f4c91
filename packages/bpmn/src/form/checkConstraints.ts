import { formError, type FormError } from './FormError.ts';
import type { FormField } from './formFields.ts';
import { matchesPattern } from './matchesPattern.ts';

/** The `validate` part of a field, for a value whose type has been found right. */
export function checkConstraints(field: FormField, value: unknown): readonly FormError[] {
  const { key, component } = field;
  const rules = component.validate ?? {};
  const errors: FormError[] = [];
  if (field.type === 'checkbox' && rules.required === true && value === false) {
    errors.push(formError(key, 'required', 'This must be ticked.', '此项必须勾选。'));
  }
  if (field.type === 'number') {
    const number = Number(value);
    if (rules.min !== undefined && number < rules.min) {
      errors.push(formError(key, 'min', `Must be ${rules.min} or more.`, `不能小于 ${rules.min}。`));
    }
    if (rules.max !== undefined && number > rules.max) {
      errors.push(formError(key, 'max', `Must be ${rules.max} or less.`, `不能大于 ${rules.max}。`));
    }
    const digits = component['decimalDigits'];
    if (typeof digits === 'number' && decimalsOf(number) > digits) {
      errors.push(formError(key, 'decimals', `At most ${digits} decimal places.`, `最多保留 ${digits} 位小数。`));
    }
  }
  if (typeof value === 'string' && (field.type === 'textfield' || field.type === 'textarea')) {
    if (rules.minLength !== undefined && value.length < rules.minLength) {
      errors.push(
        formError(key, 'min-length', `At least ${rules.minLength} characters.`, `至少 ${rules.minLength} 个字符。`),
      );
    }
    if (rules.maxLength !== undefined && value.length > rules.maxLength) {
      errors.push(
        formError(key, 'max-length', `At most ${rules.maxLength} characters.`, `最多 ${rules.maxLength} 个字符。`),
      );
    }
    const pattern = patternOf(component.validate);
    if (pattern !== null && !matchesPattern(pattern, value)) {
      errors.push(formError(key, 'pattern', 'This does not have the required form.', '格式不符合要求。'));
    }
  }
  return errors;
}

const PRESETS: Readonly<Record<string, string>> = {
  email: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$',
  phone: '^[+]?[(]?[0-9]{1,4}[)]?[-\\s./0-9]{3,20}$',
};

/** form-js knows the presets "email" and "phone" beside a pattern of one's own. */
function patternOf(validate: FormField['component']['validate']): string | null {
  if (!validate) return null;
  const preset = 'validationType' in validate ? validate.validationType : undefined;
  return (typeof preset === 'string' ? PRESETS[preset] : undefined) ?? validate.pattern ?? null;
}

function decimalsOf(number: number): number {
  const [mantissa = '', exponent = '0'] = String(number).split('e');
  return Math.max(0, (mantissa.split('.')[1] ?? '').length - Number(exponent));
}
