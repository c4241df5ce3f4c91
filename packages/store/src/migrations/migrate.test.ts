import type { SchemaGenerator } from '@mikro-orm/sql';
import { expect, test } from 'vitest';
import { query } from '../query.ts';
import { eachDatabase } from '../testing/eachDatabase.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';

eachDatabase('migrations', (open) => {
  test('make exactly the tables that the entities describe', async () => {
    const store = await open('fresh');
    const schema = store.orm.schema as unknown as SchemaGenerator;
    expect(await schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
    await query(store.em(), 'alter table team add column extra text');
    expect(await schema.getUpdateSchemaSQL({ wrap: false })).toContain('extra');
  });

  test('run once', async () => {
    const store = await open('fresh');
    await migrate(store.orm, store.kind);
    expect(await query(store.em(), 'select name from mikro_orm_migrations')).toEqual(
      migrations.map(({ name }) => ({ name })),
    );
  });

  test('refuse a database of a newer version', async () => {
    const store = await open('fresh');
    await query(store.em(), `insert into mikro_orm_migrations (name) values ('Migration9999Future')`);
    await expect(migrate(store.orm, store.kind)).rejects.toMatchObject({
      code: 'database-newer',
      details: { unknown: ['Migration9999Future'] },
    });
  });
});
