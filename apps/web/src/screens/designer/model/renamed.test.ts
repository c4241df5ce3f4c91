import { expect, test } from 'vitest';
import { renamed } from './renamed.ts';

test('a first name is the BPMN name and the label of the language it was given in', () => {
  expect(renamed({ name: '', labels: {} }, 'zh', ' 跟进 ')).toEqual({ name: '跟进', labels: { zh: '跟进' } });
});

test('a name follows the label it came from', () => {
  const before = { name: 'Call', labels: { en: 'Call', zh: '致电' } };
  expect(renamed(before, 'en', 'Ring')).toEqual({ name: 'Ring', labels: { en: 'Ring', zh: '致电' } });
});

test("a name in the other language is left alone by this language's edit", () => {
  const before = { name: 'Call', labels: { en: 'Call' } };
  expect(renamed(before, 'zh', '致电')).toEqual({ name: 'Call', labels: { en: 'Call', zh: '致电' } });
});

test('an imported name without labels is replaced', () => {
  expect(renamed({ name: 'Call', labels: {} }, 'en', 'Ring')).toEqual({ name: 'Ring', labels: { en: 'Ring' } });
});

test('clearing one language leaves the other, which becomes the name', () => {
  const before = { name: 'Call', labels: { en: 'Call', zh: '致电' } };
  expect(renamed(before, 'en', '')).toEqual({ name: '致电', labels: { zh: '致电' } });
  expect(renamed({ name: 'Call', labels: { en: 'Call' } }, 'en', '')).toEqual({ name: '', labels: {} });
});
