import { expect, test } from 'vitest';
import { otherInputs, withInput } from './connectorInputs.ts';

const inputs = [
  { name: 'url', value: '"a"' },
  { name: 'mine', value: '1' },
];

test('an input is added, changed where it stands, and taken away when it is emptied', () => {
  expect(withInput(inputs, 'body', 'x')).toEqual([...inputs, { name: 'body', value: 'x' }]);
  expect(withInput(inputs, 'url', '"b"')).toEqual([{ name: 'url', value: '"b"' }, inputs[1]]);
  expect(withInput(inputs, 'url', '')).toEqual([inputs[1]]);
});

test('what the form has no box for is kept apart', () => {
  expect(otherInputs(inputs, ['url', 'body'])).toEqual([inputs[1]]);
});
