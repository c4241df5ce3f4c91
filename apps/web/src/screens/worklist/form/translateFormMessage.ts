import { defineTexts } from '../../../i18n/defineTexts.ts';
import { t, type Text } from '../../../i18n/index.ts';

const texts = defineTexts({
  required: { en: 'Please fill this in.', zh: '请填写此项。' },
  min: { en: 'At least {limit}.', zh: '不得小于 {limit}。' },
  max: { en: 'At most {limit}.', zh: '不得大于 {limit}。' },
  minLength: { en: 'At least {limit} characters.', zh: '至少 {limit} 个字符。' },
  maxLength: { en: 'At most {limit} characters.', zh: '最多 {limit} 个字符。' },
  pattern: { en: 'Must match the pattern {limit}.', zh: '格式须符合 {limit}。' },
  email: { en: 'Not a valid e-mail address.', zh: '邮箱格式不正确。' },
  phone: { en: 'Not a valid international phone number (+86…).', zh: '电话号码格式不正确（须含国家代码，如 +86）。' },
  notNumber: { en: 'Not a number.', zh: '请输入数字。' },
  integer: { en: 'Whole numbers only.', zh: '请输入整数。' },
  decimals: { en: 'At most {limit} decimal places.', zh: '最多 {limit} 位小数。' },
  step: { en: 'The nearest valid values are {limit}.', zh: '最接近的有效值为 {limit}。' },
});

/** The form library's own messages, which it has in English only. */
const PATTERNS: readonly (readonly [RegExp, Text])[] = [
  [/^Field is required/, texts.required],
  [/minimum value of (.+)\.$/, texts.min],
  [/maximum value of (.+)\.$/, texts.max],
  [/minimum length of (.+)\.$/, texts.minLength],
  [/maximum length of (.+)\.$/, texts.maxLength],
  [/match pattern (.+)\.$/, texts.pattern],
  [/is not a number/, texts.notNumber],
  [/be an integer/, texts.integer],
  [/at most (\d+) decimal/, texts.decimals],
  [/valid email/, texts.email],
  [/international phone/, texts.phone],
  [/nearest valid values are (.+)\.$/, texts.step],
];

/** The library's message in the current language; a message of the form's own author passes unchanged. */
export function translateFormMessage(message: string): string {
  for (const [pattern, text] of PATTERNS) {
    const match = pattern.exec(message);
    if (match) return t(text, { limit: match[1] ?? '' });
  }
  return message;
}
