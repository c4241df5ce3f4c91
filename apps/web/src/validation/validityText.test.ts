import { afterEach, beforeEach, expect, it } from 'vitest';
import { setLanguage } from '../i18n/index.ts';
import { validityText } from './validityText.ts';

beforeEach(() => setLanguage('zh'));
afterEach(() => setLanguage('en'));

it.each([
  [{ tagName: 'INPUT', validity: { valueMissing: true } }, '请填写此项。'],
  [{ tagName: 'SELECT', validity: { valueMissing: true } }, '请选择一项。'],
  [{ tagName: 'INPUT', validity: { typeMismatch: true } }, '邮箱格式不正确。'],
  [{ tagName: 'INPUT', validity: { tooShort: true }, minLength: 10 }, '至少 10 个字符。'],
  [{ tagName: 'INPUT', validity: { rangeUnderflow: true }, min: '0' }, '不得小于 0。'],
  [{ tagName: 'INPUT', validity: { badInput: true } }, '格式不正确。'],
])('says of %j: %s', (field, text) => {
  expect(validityText(field)).toBe(text);
});
