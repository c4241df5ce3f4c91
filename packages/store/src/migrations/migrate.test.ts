import type { SchemaGenerator } from '@mikro-orm/sql';
import { expect, test } from 'vitest';
import { query } from '../query.ts';
import { eachDatabase } from '../testing/eachDatabase.ts';
import { insertDeployment } from '../testing/planFor.ts';
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

  test('bring a database of the first release up and keep what is in it', async () => {
    const store = await open('fresh');
    for (const sql of [
      'alter table deployment drop column bundle_id',
      'alter table start_subscription drop column event',
      'alter table task drop column turn, drop column item',
      `delete from mikro_orm_migrations where name = 'Migration0002ManyProcesses'`,
    ]) {
      await query(store.em(), sql);
    }
    await insertDeployment(store.em());
    await query(
      store.em(),
      `insert into start_subscription (id, deployment_id, process_id, node_id, kind, name) values ('s', 'd1', 'p1', 'n', 'message', 'm')`,
    );
    await migrate(store.orm, store.kind);
    expect(await query(store.em(), 'select id, bundle_id from deployment')).toEqual([{ id: 'd1', bundle_id: null }]);
    expect(await query(store.em(), 'select id, event from start_subscription')).toEqual([{ id: 's', event: 0 }]);
    const schema = store.orm.schema as unknown as SchemaGenerator;
    expect(await schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
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
