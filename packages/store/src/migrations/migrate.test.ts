import type { SchemaGenerator } from '@mikro-orm/sql';
import { expect, test } from 'vitest';
import { query } from '../query.ts';
import { eachDatabase } from '../testing/eachDatabase.ts';
import { insertDeployment } from '../testing/planFor.ts';
import { migrate } from './migrate.ts';
import { statements } from './Migration0001Foundation.ts';
import { migrations } from './migrations.ts';

eachDatabase('migrations', (open) => {
  test('make exactly the tables that the entities describe', async () => {
    const store = await open('fresh');
    const schema = store.orm.schema as unknown as SchemaGenerator;
    expect(await difference(schema)).toEqual([]);
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
    const run = (sql: string) => query(store.em(), sql);
    const at = '2026-01-05T09:00:00.000Z';
    await run('drop schema public cascade');
    await run('create schema public');
    for (const sql of statements) await run(sql);
    await run(
      `create table mikro_orm_migrations (id serial primary key, name varchar(255), executed_at timestamptz default now())`,
    );
    await run(`insert into mikro_orm_migrations (name) values ('Migration0001Foundation')`);
    await insertDeployment(store.em());
    await run(
      `insert into start_subscription (id, deployment_id, process_id, node_id, kind, name) values ('s', 'd1', 'p1', 'n', 'message', 'm')`,
    );
    await run(
      `insert into instance (id, deployment_id, process_id, status, state, revision, started_at)
       values ('i', 'd1', 'p1', 'active', '{}', 2, '${at}')`,
    );
    await run(
      `insert into task (id, instance_id, token, deployment_id, process_id, node_id, status, created_at, completed_at, completed_by)
       values ('i:1', 'i', 1, 'd1', 'p1', 'A', 'completed', '${at}', '${at}', 'ann'),
         ('i:2', 'i', 2, 'd1', 'p1', 'B', 'open', '${at}', null, null)`,
    );
    await run(`insert into worklist (principal, due, task_id) values ('p:ann', 'infinity', 'i:2')`);
    await run(
      `insert into position (instance_id, token, deployment_id, node_id, since)
       values ('i', 2, 'd1', 'B', '${at}'), ('i', 3, 'd1', 'C', '${at}')`,
    );
    await run(
      `insert into command_log (id, instance_id, result, at)
       values ('c', 'i', '{"finished": false, "nextTasks": ["i:2"], "of": {"kind": "complete", "subject": "i:1", "actorId": "ann"}}', '${at}')`,
    );
    const told = [
      [0, 'enter', 'A', 1, 'ann', '{"x": 1}'],
      [1000000, 'leave', 'A', 1, 'ann', null],
      [1000001, 'take', 'f', 2, 'ann', null],
      [1000002, 'enter', 'B', 2, null, null],
      [1000003, 'incident', 'B', 2, 'ann', '{"code": "c"}'],
    ] as const;
    for (const [seq, type, element, token, actor, detail] of told) {
      await query(
        store.em(),
        `insert into history (instance_id, seq, deployment_id, process_id, type, element_id, token, at, actor_id, detail)
         values ('i', $1, 'd1', 'p1', $2, $3, $4, $5, $6, $7::jsonb)`,
        [seq, type, element, token, at, actor, detail],
      );
    }
    const columns = 'instance_id, seq, process_id, type, element_id, token, at, actor_id, detail';
    const before = await run(`select ${columns} from history order by seq`);
    const standing = 'select token, node_id, since from position order by token';
    const stood = await run(standing);
    await migrate(store.orm, store.kind);
    expect(await run('select id, bundle_id from deployment')).toEqual([{ id: 'd1', bundle_id: null }]);
    expect(await run('select id, event from start_subscription')).toEqual([{ id: 's', event: 0 }]);
    expect(await run(`select ${columns} from history order by seq`)).toEqual(before);
    expect(await run('select seq from step order by seq')).toHaveLength(4);
    expect(await run(standing)).toEqual(stood);
    expect(await run('select token from standing_token')).toEqual([{ token: 3 }]);
    expect(await run('select id, status, completed_by from task order by id')).toEqual([
      { id: 'i:1', status: 'completed', completed_by: 'ann' },
      { id: 'i:2', status: 'open', completed_by: null },
    ]);
    expect(await run('select id, command_id, led_to, finished from closed_task')).toEqual([
      { id: 'i:1', command_id: 'c', led_to: [2], finished: false },
    ]);
    expect(await run('select task_id from worklist')).toEqual([{ task_id: 'i:2' }]);
    expect(await difference(store.orm.schema as unknown as SchemaGenerator)).toEqual([]);
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

/** What the entities would change of the schema; they know nothing of its views and functions. */
async function difference(schema: SchemaGenerator): Promise<string[]> {
  const sql = await schema.getUpdateSchemaSQL({ wrap: false });
  return sql.split('\n').filter((line) => line !== '' && !/^drop (view|function) /.test(line));
}
