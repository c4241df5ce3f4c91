import { beforeAll, expect, test } from 'vitest';
import type { Store } from './openStore.ts';
import { query, queryOne } from './query.ts';
import { eachDatabase } from './testing/eachDatabase.ts';
import { transaction } from './transaction.ts';

eachDatabase('query', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  test('reads every type of column alike', async () => {
    const row = await queryOne(
      store.em(),
      `select '2026-01-31 09:00:00.5+08'::timestamptz as at, 'infinity'::timestamptz as never, '2026-02-28'::date as day,
        12.5::numeric as price, count(*) as n, '{"a":[1]}'::jsonb as json, array['x','y z']::text[] as list,
        null::text as nothing, true as yes, 7 as "camelCase"`,
    );
    expect(row).toEqual({
      at: '2026-01-31T01:00:00.500Z',
      never: 'infinity',
      day: '2026-02-28',
      price: 12.5,
      n: 1,
      json: { a: [1] },
      list: ['x', 'y z'],
      nothing: null,
      yes: true,
      camelCase: 7,
    });
  });

  test('binds every type of parameter alike', async () => {
    const row = await queryOne(
      store.em(),
      'select $1::text[] as list, $2::timestamptz as at, $3::jsonb as json, $4::int as n, $5::boolean as yes, $6::text as nothing, $7::int[] as numbers, $8::text as text',
      [['a"b', 'c,d\\', ''], new Date(1000), { x: [1, 'ö'] }, 5, false, null, [1, 2], `'; drop table team; --`],
    );
    expect(row).toEqual({
      list: ['a"b', 'c,d\\', ''],
      at: '1970-01-01T00:00:01.000Z',
      json: { x: [1, 'ö'] },
      n: 5,
      yes: false,
      nothing: null,
      numbers: [1, 2],
      text: `'; drop table team; --`,
    });
  });

  test('works in the transaction of its em, which rolls back as one', async () => {
    const em = store.em();
    const failing = transaction(em, async (inner) => {
      await query(inner, `insert into team (id, name) values ('t1', 'North')`);
      await transaction(inner, (nested) => query(nested, `insert into team (id, name) values ('t2', 'South')`));
      expect(await query(inner, 'select id from team order by id')).toEqual([{ id: 't1' }, { id: 't2' }]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await query(em, 'select id from team')).toEqual([]);
  });

  test('transactions that overlap keep apart', async () => {
    const name = async (id: string, fail: boolean) =>
      transaction(store.em(), async (em) => {
        await query(em, `insert into team (id, name) values ($1, $1)`, [id]);
        if (fail) throw new Error('no');
      });
    const done = await Promise.allSettled(Array.from({ length: 10 }, (_, i) => name(`o${i}`, i % 2 === 1)));
    expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(5);
    expect(await query(store.em(), `select id from team where id like 'o%' order by id`)).toEqual(
      ['o0', 'o2', 'o4', 'o6', 'o8'].map((id) => ({ id })),
    );
  });

  test('a refusal is a DatabaseError with the state and the constraint', async () => {
    await query(store.em(), `insert into team (id, name) values ('u1', 'Unique')`);
    const again = query(store.em(), `insert into team (id, name) values ('u2', 'Unique')`);
    await expect(again).rejects.toMatchObject({
      code: 'database-error',
      sqlState: '23505',
      constraint: 'team_name_unique',
    });
  });

  test('a number where a time is asked was an error of the driver on one database only', async () => {
    await expect(query(store.em(), 'select $1::timestamptz as at', [1e308])).rejects.toMatchObject({
      sqlState: expect.stringMatching(/^22/) as string,
    });
  });
});
