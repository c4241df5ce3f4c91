import { expect, it } from 'vitest';
import { createRedactor } from './createRedactor.ts';

const secret = 'p@ss "word"/+=é';
const redact = createRedactor([secret, 'p@ss "word"/+=é and more']);

it.each([
  ['as it is', secret],
  ['in an address', encodeURIComponent(secret)],
  ['in a form', new URLSearchParams({ a: secret }).toString().slice(2)],
  ['in JSON', JSON.stringify({ secret }).slice(11, -2)],
  ['in base64', Buffer.from(secret).toString('base64')],
  ['in base64 for addresses', Buffer.from(secret).toString('base64url')],
])('blacks a value out %s', (_, form) => {
  const text = redact(`before ${form} after`);
  expect(text).toMatch(/^before \*\*\*=* after$/);
});

it('blacks out the longer of two values whole', () => {
  expect(redact('p@ss "word"/+=é and more')).toBe('***');
});

it('leaves a text alone when there is nothing to hide', () => {
  expect(createRedactor([])('text')).toBe('text');
  expect(createRedactor([''])('text')).toBe('text');
});
