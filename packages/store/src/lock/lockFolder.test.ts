import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../openStore.ts';
import { query } from '../query.ts';
import { lockFolder } from './lockFolder.ts';

const now = () => 0;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dealwright-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A real process that tries for the lock; its first line says how it went. */
async function holder() {
  const module = fileURLToPath(new URL('./lockFolder.ts', import.meta.url));
  const script = `
    const { lockFolder } = await import(${JSON.stringify(module)});
    try { await lockFolder(${JSON.stringify(folder)}, () => 0); console.log('locked'); setInterval(() => {}, 1e6); }
    catch (error) { console.log(error.code); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: line.toString().trim() };
}

test('a second process is refused, told who has the folder and what to do', async () => {
  const { child, said } = await holder();
  expect(said).toBe('locked');
  await expect(lockFolder(folder, now)).rejects.toMatchObject({
    code: 'folder-in-use',
    message: expect.stringContaining('DATABASE_URL'),
    details: { folder, pid: child.pid, since: '1970-01-01T00:00:00.000Z' },
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
});

test('the lock of a killed process is free', async () => {
  const { child } = await holder();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = await lockFolder(folder, now);
  await lock.release();
});

test('of several that start at once, one gets it', async () => {
  const started = await Promise.all([holder(), holder(), holder(), holder()]);
  expect(started.map((one) => one.said).toSorted()).toEqual([
    'folder-in-use',
    'folder-in-use',
    'folder-in-use',
    'locked',
  ]);
  for (const { child } of started) child.kill('SIGKILL');
});

test('a number left by an earlier process means nothing', async () => {
  await writeFile(join(folder, 'dealwright.lock.json'), JSON.stringify({ pid: process.pid, host: 'x', since: 'y' }));
  const lock = await lockFolder(folder, now);
  await lock.release();
});

test('a folder that cannot be made is a clear error', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  await expect(openStore({ folder: join(file, 'data'), now })).rejects.toMatchObject({ code: 'folder-not-usable' });
});

test('a store keeps its folder for itself until it is closed, and its data after that', async () => {
  const data = join(folder, 'data');
  const store = await openStore({ folder: data, now });
  await query(store.em(), `insert into team (id, name) values ('t', 'North')`);
  await expect(openStore({ folder: data, now })).rejects.toMatchObject({ code: 'folder-in-use' });
  await store.close();
  const again = await openStore({ folder: data, now });
  expect(await query(again.em(), 'select name from team')).toEqual([{ name: 'North' }]);
  await again.close();
});
