import { expect, it } from 'vitest';
import { formatText } from './formatText.ts';
import { placeholders } from './placeholders.ts';

const deals = { en: '{count} {count:deal|deals} of {name}', zh: '{name}的 {count} 个商机' };

it('fills placeholders and picks the word by number', () => {
  expect(formatText(deals, 'en', { count: 1, name: 'Ada' })).toBe('1 deal of Ada');
  expect(formatText(deals, 'en', { count: 4238, name: 'Ada' })).toBe('4,238 deals of Ada');
  expect(formatText(deals, 'zh', { count: 4238, name: '王芳' })).toBe('王芳的 4,238 个商机');
});

it('leaves a placeholder in sight when its value is missing', () => {
  expect(formatText(deals, 'zh', { count: 2 })).toBe('{name}的 2 个商机');
});

it('names each placeholder once', () => {
  expect(placeholders(deals.en)).toEqual(['count', 'name']);
});
