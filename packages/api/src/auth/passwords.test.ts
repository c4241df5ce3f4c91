import { expect, it } from 'vitest';
import { hashPassword, passwordMatches } from './passwords.ts';

it('accepts the right password only', async () => {
  const stored = await hashPassword('correct horse battery');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwordMatches(stored, 'correct horse battery')).toBe(true);
  expect(await passwordMatches(stored, 'correct horse batterY')).toBe(false);
});

it('refuses every password of a person who has none, even the one of the stand-in hash', async () => {
  expect(await passwordMatches(null, 'nobody has this password')).toBe(false);
});
