import { expect, test } from 'vitest';
import { openStore } from './openStore.ts';
import { query } from './query.ts';

const now = () => 0;

test('a database that cannot be reached is a clear error', async () => {
  const url = 'postgres://someone:secret@127.0.0.1:1/none';
  const opening = openStore({ url, now });
  await expect(opening).rejects.toMatchObject({ code: 'database-unreachable' });
  await expect(opening).rejects.not.toThrow('secret');
});

test('a store in memory forgets when it is closed, and starts anew from a snapshot', async () => {
  const first = await openStore({ folder: 'memory://', now });
  await query(first.em(), `insert into team (id, name) values ('t', 'North')`);
  const snapshot = await first.dumpSnapshot();
  await first.close();
  expect(snapshot).not.toBeNull();
  if (!snapshot) return;
  const second = await openStore({ folder: 'memory://', snapshot, now });
  expect(await query(second.em(), 'select name from team')).toEqual([{ name: 'North' }]);
  await second.close();
});
