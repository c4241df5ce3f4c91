import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSecretBox } from './createSecretBox.ts';

const key = Buffer.alloc(32, 7);
const box = createSecretBox(key, randomBytes);

it('opens what it has sealed, for the same purpose alone', () => {
  const sealed = box.seal('secret A', '密钥 value');
  expect(box.open('secret A', sealed)).toBe('密钥 value');
  expect(() => box.open('secret B', sealed)).toThrow('another key');
  expect(sealed).not.toContain('value');
});

it('seals the same text differently each time', () => {
  expect(box.seal('secret A', 'value')).not.toBe(box.seal('secret A', 'value'));
});

it.each([
  ['changed', (sealed: string) => sealed.slice(0, -6) + (sealed.at(-6) === 'A' ? 'B' : 'A') + sealed.slice(-5)],
  ['cut', (sealed: string) => sealed.slice(0, 20)],
  ['of another version', (sealed: string) => `2${sealed.slice(1)}`],
  ['empty', () => ''],
])('refuses what was %s', (_, spoil) => {
  expect(() => box.open('secret A', spoil(box.seal('secret A', 'value')))).toThrow('another key');
});

it('opens nothing with another key, and says what to do without one', () => {
  const sealed = box.seal('secret A', 'value');
  const other = createSecretBox(Buffer.alloc(32, 8), randomBytes);
  expect(() => other.open('secret A', sealed)).toThrow(expect.objectContaining({ code: 'secret-unreadable' }));
  const none = createSecretBox(null, randomBytes);
  expect(() => none.seal('secret A', 'value')).toThrow('DEALWRIGHT_SECRET_KEY');
  expect(() => none.open('secret A', sealed)).toThrow('DEALWRIGHT_SECRET_KEY');
});
