import { expect, test } from 'vitest';
import entries from './contradictions.json' with { type: 'json' };
import { expectationOf } from './expectationOf.ts';

test('a case is held to what its suite expects', () => {
  expect(expectationOf('betsy', 'Anything', ['Task1'])).toEqual({ expected: ['Task1'], contradicts: null });
});

test.each(entries.map((entry) => [entry.name, entry] as const))('%s is held to the specification', (_name, entry) => {
  const { expected, contradicts } = expectationOf(entry.suite, entry.name, entry.suiteExpects.toReversed());
  expect(expected).toEqual(entry.expected);
  expect(contradicts).toMatchObject({ section: entry.section });
  expect(entry.section).toMatch(/^\d+(\.\d+)+/);
  expect(entry.why.zh).toMatch(/\p{Script=Han}/u);
  // another suite, or one that expects something else, is not meant
  expect(expectationOf('other', entry.name, entry.suiteExpects).contradicts).toBeNull();
  expect(expectationOf(entry.suite, entry.name, ['else']).contradicts).toBeNull();
});
