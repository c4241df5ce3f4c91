import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { migrationState } from './migrations/migrate.ts';
import { openStore, type StoreOptions } from './openStore.ts';
import { query } from './query.ts';
import { eachDatabase } from './testing/eachDatabase.ts';

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

eachDatabase('maintenance', (open, kind) => {
  test.runIf(kind === 'pglite')('clears dead rows, and lets others have their turn meanwhile', async () => {
    const store = await open('fresh');
    await query(store.em(), `insert into team (id, name) select 't' || n, 'T' || n from generate_series(1, 5000) as n`);
    await query(store.em(), 'delete from team');
    const size = async () => {
      const [row] = await query<{ size: number }>(store.em(), `select pg_relation_size('team') as size`);
      return row?.size;
    };
    expect(await size()).toBeGreaterThan(0);
    const order: string[] = [];
    const maintained = store.maintain().then(() => order.push('maintained'));
    await query(store.em(), 'select 1').then(() => order.push('answered'));
    await maintained;
    expect(order).toEqual(['answered', 'maintained']);
    expect(await size()).toBe(0);
  });

  test('counts rows for the query planner', async () => {
    const store = await open('fresh');
    await query(
      store.em(),
      `insert into team (id, name) select 't' || n, 'Team ' || n from generate_series(1, 500) as n`,
    );
    await store.maintain();
    expect(await query(store.em(), `select reltuples as n from pg_class where relname = 'team'`)).toEqual([{ n: 500 }]);
  });
});

eachDatabase('opening', (open, kind) => {
  const places: string[] = [];
  afterAll(async () => {
    for (const place of places) await rm(place, { recursive: true, force: true });
  });

  /** A database that has been opened once by this version, closed again. */
  async function place(): Promise<StoreOptions> {
    if (kind === 'postgresql') return { url: (await open('blank')).orm.config.get('clientUrl') ?? '', now };
    const folder = await mkdtemp(join(tmpdir(), 'dealwright-open-'));
    places.push(folder);
    return { folder, now };
  }

  test('refuses a database of a newer version, leaves it as it is and lets go of it', async () => {
    const options = await place();
    const first = await openStore(options);
    await query(first.em(), `insert into mikro_orm_migrations (name) values ('Migration9999Future')`);
    await first.close();
    for (let times = 0; times < 2; times += 1)
      await expect(openStore(options)).rejects.toMatchObject({ code: 'database-newer' });
    const looking = await openStore({ ...options, migrate: false });
    expect(await migrationState(looking.em())).toEqual({ missing: [], unknown: ['Migration9999Future'] });
    await looking.close();
  });

  test.runIf(kind === 'postgresql')('several servers may start at once: one makes the tables', async () => {
    const options = await place();
    const stores = await Promise.all([openStore(options), openStore(options), openStore(options)]);
    for (const store of stores) {
      expect(await migrationState(store.em())).toEqual({ missing: [], unknown: [] });
      expect(store.pool()).toMatchObject({ waiting: 0 });
    }
    const [row] = await query<{ twice: number }>(
      stores[0].em(),
      'select count(*) - count(distinct name) as twice from mikro_orm_migrations',
    );
    expect(row).toEqual({ twice: 0 });
    for (const store of stores) await store.close();
  });
});
