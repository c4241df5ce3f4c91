import { expect, test } from 'vitest';
import { provenParallel } from './provenParallel.ts';

const log = (...entries: readonly (readonly [text: string, at: number])[]) =>
  entries.map(([text, at]) => ({ text, at }));

test.each([
  ['overlap', log(['begin 1', 0], ['begin 2', 500], ['done 1', 1000], ['done 2', 1500]), true],
  ['one after the other', log(['begin 1', 0], ['done 1', 1000], ['begin 2', 1000], ['done 2', 2000]), false],
  ['one alone', log(['begin 1', 0], ['done 1', 1000]), false],
  ['one that was interrupted', log(['begin 1', 0], ['begin 2', 0], ['done 2', 1000]), false],
  ['other entries', log(['Task1', 0], ['Task2', 0]), false],
])('%s', (_name, entries, proven) => {
  expect(provenParallel(entries)).toBe(proven);
});
