import { expect, it } from 'vitest';
import { changedVariables, variableText } from './changedVariables.ts';

const before = { name: 'Acme', value: 5, list: [1, 2] };
const none = { texts: {}, newName: '', newText: '' };

it('writes only what differs', () => {
  expect(changedVariables(before, none)).toEqual({ changed: {}, faults: {} });
  const texts = { name: '"Acme"', value: ' 6 ', list: variableText(before.list) };
  expect(changedVariables(before, { ...none, texts })).toEqual({ changed: { value: 6 }, faults: {} });
});

it('says of each value that it is no JSON', () => {
  const { changed, faults } = changedVariables(before, { ...none, texts: { name: 'Acme', value: '', list: 'null' } });
  expect(faults).toEqual({ name: 'bad-json', value: 'bad-json' });
  expect(changed).toEqual({ list: null });
});

it('takes a new variable with its name, once', () => {
  expect(changedVariables(before, { ...none, newName: ' to ', newText: '"a@b"' }).changed).toEqual({ to: 'a@b' });
  expect(changedVariables(before, { ...none, newText: '1' }).faults).toEqual({ '': 'needs-name' });
  expect(changedVariables(before, { ...none, newName: 'name', newText: '1' }).faults).toEqual({ '': 'name-taken' });
  expect(changedVariables(before, { ...none, newName: 'to', newText: '' }).faults).toEqual({ '': 'bad-json' });
});
