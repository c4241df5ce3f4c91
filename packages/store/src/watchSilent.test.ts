import { expect, inject, onTestFinished, test } from 'vitest';
import { openStore } from './openStore.ts';
import { query } from './query.ts';
import { openProxy } from './testing/openProxy.ts';

const SILENT_MS = 100;

async function open() {
  const proxy = await openProxy(inject('postgresUrl'));
  const { url } = proxy;
  const store = await openStore({ url, migrate: false, now: Date.now, connections: 3, silentMs: SILENT_MS });
  let closed = false;
  const close = async () => {
    if (!closed) await store.close();
    closed = true;
  };
  onTestFinished(async () => {
    await close();
    await proxy.close();
  });
  return { proxy, em: store.em, close };
}

test('a statement on a connection that has fallen silent fails, and others go on with new ones', async () => {
  const { proxy, em } = await open();
  await Promise.all([1, 2, 3].map((n) => query(em(), `select ${n}, pg_sleep(0.05)`)));
  proxy.hang(() => true);
  const asked = await Promise.allSettled([1, 2, 3].map((n) => query(em(), `select ${n} as n`)));
  for (const answer of asked)
    expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'database-unreachable' } });
  expect(await query(em(), 'select 4 as n')).toEqual([{ n: 4 }]);
});

test('a statement that takes long is waited for, however long nothing comes', async () => {
  const { em } = await open();
  expect(await query(em(), `select 1 as n from pg_sleep(${(SILENT_MS * 8) / 1000})`)).toEqual([{ n: 1 }]);
});

test('where the database cannot be asked either, nobody waits for it', async () => {
  const { proxy, em } = await open();
  await query(em(), 'select 1');
  proxy.hang(() => true);
  proxy.refuse();
  await expect(query(em(), 'select 2')).rejects.toMatchObject({ code: 'database-unreachable' });
});

test('a store whose connections have fallen silent can be closed', async () => {
  const { proxy, em, close } = await open();
  await query(em(), 'select 1');
  proxy.hang(() => true);
  await close();
});
