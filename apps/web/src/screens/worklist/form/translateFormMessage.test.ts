import { afterEach, expect, it } from 'vitest';
import { setLanguage } from '../../../i18n/index.ts';
import { translateFormMessage } from './translateFormMessage.ts';

afterEach(() => setLanguage('en'));

it.each([
  ['Field is required.', '请填写此项。'],
  ['Field must have minimum value of 5.', '不得小于 5。'],
  ['Field must have maximum length of 20.', '最多 20 个字符。'],
  ['Value is expected to have at most 2 decimal digits.', '最多 2 位小数。'],
  ['Field must be a valid email.', '邮箱格式不正确。'],
  ['Please select a valid value, the two nearest valid values are 1 and 2.', '最接近的有效值为 1 and 2。'],
])('says “%s” in Chinese', (message, chinese) => {
  setLanguage('zh');
  expect(translateFormMessage(message)).toBe(chinese);
});

it('leaves a message written by the form’s author', () => {
  expect(translateFormMessage('Six digits, please.')).toBe('Six digits, please.');
});
