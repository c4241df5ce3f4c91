import { describe, expect, it } from 'vitest';
import { suggest } from './suggest.ts';

describe('suggest', () => {
  it.each([
    ['GTXPro', ['GTX Basic', 'GTX Pro', 'GTX Plus Pro'], 'GTX Pro'],
    ['technolgy', ['technology', 'telecommunications'], 'technology'],
    ['Philipines', ['Philippines', 'Poland'], 'Philippines'],
    ['MG One', ['GTX Pro', 'GTX Basic'], null],
    ['GTA', ['GTX', 'GTK'], null],
  ])('%s', (word, known, expected) => {
    expect(suggest(word, known)).toBe(expected);
  });
});
