import { expect, inject, test } from 'vitest';
import { query } from './query.ts';
import { openPostgreSqlForTest } from './testing/openPostgreSqlForTest.ts';
import { transaction } from './transaction.ts';

test('transactions whose connection is cut do not use up the pool', async () => {
  const store = await openPostgreSqlForTest(inject('postgresUrl'), false);
  try {
    for (let cut = 0; cut < 12; cut += 1) {
      const work = transaction(store.em(), (em) => query(em, 'select pg_terminate_backend(pg_backend_pid())'));
      await expect(work).rejects.toMatchObject({ code: 'database-unreachable' });
    }
    expect(await transaction(store.em(), (em) => query(em, 'select 1 as one'))).toEqual([{ one: 1 }]);
    const { size, idle } = store.pool() ?? { size: -1, idle: -1 };
    expect(size).toBe(idle);
  } finally {
    await store.close();
  }
});
