import { expect, test } from 'vitest';
import { takenBack, withFiles } from './decisionFiles.ts';

const file = (name: string, xml = name) => ({ name, xml });
const [a, b, c] = [file('a'), file('b'), file('c')];

test('a file of the same name is replaced where it stands, another is added', () => {
  expect(withFiles([a, b], [file('a', 'new'), c])).toEqual([file('a', 'new'), b, c]);
});

test('what was removed comes back', () => {
  expect(takenBack([b], [a, b], [b])).toEqual([b, a]);
});

test('what was attached goes, and what was replaced is as before', () => {
  expect(takenBack([file('a', 'new'), b, c], [a, b], [file('a', 'new'), b, c])).toEqual([a, b]);
});

test('what was changed since stays', () => {
  expect(takenBack([file('b', 'later'), c], [a, b], [b])).toEqual([file('b', 'later'), c, a]);
});

test('what was attached and replaced since is not taken away', () => {
  expect(takenBack([a, file('b', 'later')], [a], [a, b])).toEqual([a, file('b', 'later')]);
});
