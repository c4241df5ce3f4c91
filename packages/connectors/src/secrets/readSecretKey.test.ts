import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keyFileIn, parseSecretKey } from './readSecretKey.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dealwright-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('makes one key that only its owner may read, and keeps it', async () => {
  const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => keyFileIn(folder)));
  if (first === undefined) throw new Error('no key was made');
  expect(first).toHaveLength(32);
  for (const other of others) expect(other).toEqual(first);
  expect(await keyFileIn(folder)).toEqual(first);
  const files = await readdir(folder);
  expect(files).toEqual(['dealwright.secret.key']);
  expect((await stat(join(folder, files[0] ?? ''))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(folder, files[0] ?? ''), 'utf8')).toBe(`${first.toString('base64')}\n`);
});

it('never replaces a key that it cannot read: every secret would be lost', async () => {
  await writeFile(join(folder, 'dealwright.secret.key'), 'half a k');
  await expect(keyFileIn(folder)).rejects.toThrow('backup');
});

it.each([
  ['00'.repeat(32), true],
  [Buffer.alloc(32, 1).toString('base64'), true],
  [Buffer.alloc(32, 1).toString('base64url'), true],
  ['00'.repeat(31), false],
  [Buffer.alloc(31, 1).toString('base64'), false],
  ['correct horse battery staple', false],
])('reads %s as a key: %s', (text, good) => {
  expect(parseSecretKey(text) !== null).toBe(good);
});
