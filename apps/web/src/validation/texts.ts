import { defineTexts } from '../i18n/defineTexts.ts';

export const validationTexts = defineTexts({
  missing: { en: 'Please fill this in.', zh: '请填写此项。' },
  choose: { en: 'Please choose one.', zh: '请选择一项。' },
  email: { en: 'Not a valid e-mail address.', zh: '邮箱格式不正确。' },
  short: { en: 'At least {limit} characters.', zh: '至少 {limit} 个字符。' },
  long: { en: 'At most {limit} characters.', zh: '最多 {limit} 个字符。' },
  least: { en: 'Not below {limit}.', zh: '不得小于 {limit}。' },
  most: { en: 'Not above {limit}.', zh: '不得大于 {limit}。' },
  wrong: { en: 'This is not in the expected form.', zh: '格式不正确。' },
});
