import { describe, expect, test } from 'vitest';
import { readFiles } from './readFiles.ts';

const file = (name: string, text: string) => new File([text], name);
const nameOf = (one: File) => one.name;

describe('files that somebody chose', () => {
  test('are read with their names', async () => {
    const { read, problems } = await readFiles([file('a.dmn', '<决策/>')], nameOf, []);
    expect([read, problems]).toEqual([[{ name: 'a.dmn', xml: '<决策/>' }], []]);
  });

  test('are refused by name when they are empty, too large or cannot be read', async () => {
    const gone = Object.assign(file('gone.dmn', 'x'), { text: () => Promise.reject(new Error('moved')) });
    const chosen = [
      file('empty.dmn', ' '),
      file('large.dmn', 'x'.repeat(2_000_001)),
      gone,
      file(`${'n'.repeat(200)}.dmn`, 'x'),
    ];
    const { read, problems } = await readFiles(chosen, nameOf, []);
    expect(read).toEqual([]);
    expect(problems.map((problem) => /\w+\.dmn/.exec(problem)?.[0])).toEqual([
      'empty.dmn',
      'large.dmn',
      'gone.dmn',
      `${'n'.repeat(200)}.dmn`,
    ]);
  });

  test('are counted with those that are there, but not twice under one name', async () => {
    const present = Array.from({ length: 20 }, (_, at) => ({ name: `${at}.dmn`, xml: 'x' }));
    expect((await readFiles([file('7.dmn', 'y')], nameOf, present)).problems).toEqual([]);
    expect((await readFiles([file('20.dmn', 'y')], nameOf, present)).problems).toHaveLength(1);
  });
});
