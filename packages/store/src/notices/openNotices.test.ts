import { afterEach, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import type { Store } from '../openStore.ts';
import { query } from '../query.ts';
import { openProxy } from '../testing/openProxy.ts';
import { openPostgreSqlForTest } from '../testing/openPostgreSqlForTest.ts';
import { urlOf } from '../testing/urlOf.ts';
import type { Notices } from './Notices.ts';
import { openNotices } from './openNotices.ts';

// the embedded database belongs to one process: there is nobody to tell
describe('notices on postgresql', () => {
  let store: Store;
  const made: Notices[] = [];
  beforeEach(async () => {
    store = await openPostgreSqlForTest(inject('postgresUrl'));
  });
  afterEach(async () => {
    await Promise.all(made.splice(0).map((notices) => notices.close()));
    await store.close();
  });
  const patience = { timeout: 20_000 };
  const join = async (serverId: string, options: { url?: string; aliveMs?: number } = {}) => {
    const errors: unknown[] = [];
    const heard: string[] = [];
    let gaps = 0;
    const notices = openNotices({
      url: await urlOf(store),
      serverId,
      ...options,
      clock: () => performance.now(),
      onError: (e) => errors.push(e),
    });
    made.push(notices);
    notices.listen('t', (text) => heard.push(text));
    notices.onGap(() => gaps++);
    await expect.poll(() => notices.connected, patience).toBe(true);
    return { notices, heard, errors, gaps: () => gaps };
  };
  /** until each hears the other */
  const meet = async (...servers: readonly Awaited<ReturnType<typeof join>>[]) => {
    for (const server of servers) await expect.poll(server.gaps, patience).toBeGreaterThan(1);
  };

  /** until what one says again and again reaches the other */
  const hears = async (listener: Awaited<ReturnType<typeof join>>, speaker: Awaited<ReturnType<typeof join>>) => {
    await expect
      .poll(() => {
        speaker.notices.tell('t', 'again');
        return listener.heard.length;
      }, patience)
      .toBeGreaterThan(0);
  };

  test('what one says, every other hears, in order, and itself does not', async () => {
    const [a, b, c] = [await join('a'), await join('b'), await join('c')];
    await meet(a, b, c);
    const said = Array.from({ length: 500 }, (_, at) => `${at} ${'x'.repeat(50)}`);
    for (const text of said) a.notices.tell('t', text);
    a.notices.tell('another', 'for nobody');
    await expect.poll(() => b.heard.length, patience).toBe(500);
    await expect.poll(() => c.heard.length, patience).toBe(500);
    expect(b.heard).toEqual(said);
    expect(a.heard).toEqual([]);
  });

  test('who is alone says nothing, and who comes later is told that there may be more to know', async () => {
    const a = await join('a');
    a.notices.tell('t', 'to nobody');
    const before = a.gaps();
    const b = await join('b');
    await expect.poll(a.gaps, patience).toBe(before + 1);
    await meet(b);
    a.notices.tell('t', 'now');
    await expect.poll(() => b.heard, patience).toEqual(['now']);
  });

  test('a connection that breaks is made again, and told as a gap', async () => {
    const [a, b] = [await join('a'), await join('b')];
    await meet(a, b);
    const before = b.gaps();
    await query(
      store.em(),
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'dealwright notices'`,
    );
    await expect.poll(() => b.errors.length, patience).toBeGreaterThan(0);
    await expect.poll(b.gaps, patience).toBeGreaterThan(before);
    await expect.poll(() => a.notices.connected, patience).toBe(true);
    await hears(b, a);
  });

  test('a connection that falls silent is made again, and told as a gap', async () => {
    const proxy = await openProxy(await urlOf(store));
    onTestFinished(() => proxy.close());
    const [a, b] = [await join('a'), await join('b', { url: proxy.url, aliveMs: 100 })];
    await meet(a, b);
    const before = b.gaps();
    proxy.hang(() => true);
    await expect.poll(b.gaps, patience).toBeGreaterThan(before);
    await hears(b, a);
  });

  test('what others put on the channel breaks nothing', async () => {
    const [a, b] = [await join('a'), await join('b')];
    await meet(a, b);
    for (const text of ['', 'nonsense', '{"from":1}', '{"from":"x","words":[["t"]]}']) {
      await query(store.em(), `select pg_notify('dealwright', $1)`, [text]);
    }
    a.notices.tell('t', 'fine');
    await expect.poll(() => b.heard, patience).toEqual(['fine']);
  });
});
