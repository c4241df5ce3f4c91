import { expect, it } from 'vitest';
import { hardCodedTexts } from './hardCodedTexts.ts';

const sources = import.meta.glob<string>('../**/*.tsx', { eager: true, query: '?raw', import: 'default' });

const textsIn = (source: string) => hardCodedTexts('A.tsx', source).map((found) => found.text);

it('sees letters between tags and in spoken attributes', () => {
  expect(textsIn('const a = <p title="A note">Hello <b>you</b></p>;')).toEqual(['A note', 'Hello', 'you']);
});

it('lets keys, marks and class names pass', () => {
  expect(textsIn('const a = <p class="one two"><Kbd>Ctrl K</Kbd> · {t(texts.a)} × <i id="name" /></p>;')).toEqual([]);
});

it.each(Object.keys(sources))('%s says nothing in one language only', (path) => {
  expect(hardCodedTexts(path, sources[path] ?? '')).toEqual([]);
});
