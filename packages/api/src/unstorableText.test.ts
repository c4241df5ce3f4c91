import { expect, test } from 'vitest';
import { unstorableText } from './unstorableText.ts';

test.each([
  [{ a: { b: ['x', 'y\u0000'] } }, 'a.b.1'],
  [{ a: '\ud800' }, 'a'],
  [{ a: { '\udc00': 1 } }, 'a'],
  ['\u0000', ''],
  [{ a: '商机 😀 \n', b: [null, 1, true] }, null],
  [undefined, null],
])('%j is told by its place: %j', (input, path) => {
  expect(unstorableText(input)).toBe(path);
});

test('nesting deeper than the call stack', () => {
  let deep: unknown = '\u0000';
  for (let i = 0; i < 50_000; i++) deep = [deep];
  expect(unstorableText(deep)).not.toBeNull();
});
