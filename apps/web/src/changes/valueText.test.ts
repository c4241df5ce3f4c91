import { afterEach, beforeEach, expect, it } from 'vitest';
import { setLanguage } from '../i18n/index.ts';
import { valueText } from './valueText.ts';

beforeEach(() => setLanguage('zh'));
afterEach(() => setLanguage('en'));

it.each([
  [null, '空'],
  [[], '空'],
  ['', '空'],
  [true, '是'],
  [1234.5, '1,234.5'],
  ['2026-11-23', '2026-11-23'],
  [['a', 2], 'a、2'],
  [{ a: 1 }, '{"a":1}'],
])('reads %j as %s', (value, text) => {
  expect(valueText(value)).toBe(text);
});

it('reads a choice in the words of the form', () => {
  const options = { firm: { en: 'Firm', zh: '企业' }, 2: { en: 'Two' } };
  expect(valueText(['firm', '2', 'gone'], options)).toBe('企业、Two、gone');
});
