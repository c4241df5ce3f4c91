import { expect, test, vi } from 'vitest';
import { migrate, MIGRATIONS_TABLE } from '../migrations/migrate.ts';
import { statements } from '../migrations/Migration0001Foundation.ts';
import { migrations } from '../migrations/migrations.ts';
import type { Store } from '../openStore.ts';
import { query } from '../query.ts';
import { eachDatabase } from '../testing/eachDatabase.ts';
import { backup } from './backup.ts';
import { digestOf, fixTexts, readTables } from './catalogue.ts';
import { restore } from './restore.ts';

const now = () => Date.parse('2026-01-05T09:00:00Z');

async function textOf(store: Store): Promise<string> {
  return (await all(backup(store, { now }))).join('');
}

async function all(pieces: AsyncIterable<string>): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const piece of pieces) found.push(piece);
  return found;
}

async function* inPieces(text: string, size = 997): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** rows and digest of each table */
async function contents(store: Store): Promise<Readonly<Record<string, unknown>>> {
  const em = store.em();
  return em.transactional(async (inner) => {
    await fixTexts(inner);
    const found: Record<string, unknown> = {};
    for (const { name, columns } of await readTables(inner))
      found[name] = await digestOf(
        inner,
        name,
        columns.map((column) => column.name),
      );
    return found;
  });
}

/** One row of every kind of value that is easily changed on its way, and a person whose manager comes later. */
async function fill(store: Store): Promise<void> {
  const em = store.em();
  await em.transactional(async (inner) => {
    await query(
      inner,
      `insert into person (id, name, email, manager_id, roles, groups, created_at) values
         ('z', 'Boss', 'z@example.com', null, '{admin}', '{}', '2026-01-05T09:00:00.123456Z'),
         ('a', E'Quote " back \\\\ line\\nend 销售\\u0001', 'a@example.com', 'z', '{rep}', '{"a,b","{c}"}', now())`,
    );
    await query(
      inner,
      `insert into account (id, name, revenue, created_at) values ('acc', 'A', 12345678901234567890.000000001, now())`,
    );
    await query(
      inner,
      `insert into model (id, process_id, name, labels, draft_xml, created_at, updated_at)
       values ('m', 'p', 'P', 'null', repeat('x', 2000000), now(), now())`,
    );
    await query(inner, `insert into offered_task (principal, due, task_id) values ('p:a', 'infinity', 't')`);
    await query(
      inner,
      `insert into command_log (id, instance_id, result, at)
       select 'c' || n, null, jsonb_build_object('n', n), now() from generate_series(1, 3000) as n`,
    );
  });
}

// several embedded databases in one test take their time on a busy machine
vi.setConfig({ testTimeout: 120_000 });

eachDatabase('a backup', (open) => {
  test('restored, holds the same', async () => {
    const source = await open();
    await fill(source);
    const heard: string[] = [];
    const pieces = await all(
      backup(source, { now, onProgress: ({ table, done, rows }) => void heard.push(`${table} ${done}/${rows}`) }),
    );
    expect(heard).toContain('command_log 3000/3000');
    // never a whole table at a time
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(2_500_000);
    const target = await open('blank');
    const header = await restore(target, inPieces(pieces.join('')));
    expect(header).toMatchObject({
      madeAt: '2026-01-05T09:00:00.000Z',
      migrations: migrations.map((migration) => migration.name),
    });
    expect(await contents(target)).toEqual(await contents(source));
    expect(await query(target.em(), `select groups from person where id = 'a'`)).toEqual([{ groups: ['a,b', '{c}'] }]);
    // what was suspended is in force again
    await expect(query(target.em(), `update person set manager_id = 'nobody' where id = 'a'`)).rejects.toMatchObject({
      constraint: 'person_manager_id_foreign',
    });
    // and so is what counts migrations
    await migrate(target.orm, target.kind);
  });

  test('is of one moment', async () => {
    const source = await open();
    await query(source.em(), `insert into team (id, name) values ('t', 'Before')`);
    const pieces = backup(source, { now });
    const first = await pieces.next();
    // PGlite has one connection, which the backup holds: there nobody can write meanwhile
    if (source.kind === 'postgresql') await query(source.em(), `update team set name = 'After'`);
    const rest = await all(pieces);
    const target = await open('blank');
    await restore(target, inPieces([first.value, ...rest].join('')));
    expect(await query(target.em(), 'select name from team')).toEqual([{ name: 'Before' }]);
  });

  test('that is cut or altered anywhere is refused, and nothing of it is left', async () => {
    const source = await open();
    await query(source.em(), `insert into team (id, name) values ('t', 'North'), ('u', 'South')`);
    const text = await textOf(source);
    const target = await open('blank');
    const lines = text.trimEnd().split('\n');
    const broken = {
      'not at all': 'PK\u0003\u0004\n',
      empty: '',
      'without its end': `${lines.slice(0, -1).join('\n')}\n`,
      'without its last row': `${lines.slice(0, -2).join('\n')}\n`,
      'in the middle of a line': text.slice(0, -90),
      'in a value': text.replace('North', 'Nord!'),
      'in a value that is no JSON': text.replace('"North"', '"North'),
      'in a key that is there twice': text.replace('["u"', '["t"'),
      'in its count': text.replace('"rows":2', '"rows":1'),
      'in its columns': text.replace('"columns":["id","name","demo"]', '"columns":["id","name","dem"]'),
      'with more behind': `${text}{}\n`,
    };
    for (const [how, altered] of Object.entries(broken)) {
      expect(altered, how).not.toBe(text);
      await expect(restore(target, inPieces(altered)), how).rejects.toMatchObject({ code: 'backup-broken' });
    }
    expect(await readTables(target.em())).toEqual([]);
    await restore(target, inPieces(text));
    expect(await query(target.em(), 'select name from team order by id')).toEqual([
      { name: 'North' },
      { name: 'South' },
    ]);
  });

  test('goes only into an empty database', async () => {
    const source = await open();
    await query(source.em(), `insert into team (id, name) values ('t', 'North')`);
    const text = await textOf(source);
    const full = await open();
    await query(full.em(), `insert into team (id, name) values ('x', 'Others')`);
    await expect(restore(full, inPieces(text))).rejects.toMatchObject({
      code: 'restore-not-empty',
      details: { tables: ['team'] },
    });
    expect(await query(full.em(), 'select id from team')).toEqual([{ id: 'x' }]);
    const foreign = await open('blank');
    await query(foreign.em(), 'create table something (id text)');
    await expect(restore(foreign, inPieces(text))).rejects.toMatchObject({ code: 'restore-not-empty' });
    const migrated = await open();
    await restore(migrated, inPieces(text));
    expect(await query(migrated.em(), 'select name from team')).toEqual([{ name: 'North' }]);
  });

  test('of an older version is brought up; of a newer one it is refused', async () => {
    const source = await open('blank');
    for (const sql of statements) await query(source.em(), sql);
    await query(
      source.em(),
      `create table ${MIGRATIONS_TABLE} (id serial primary key, name varchar(255), executed_at timestamptz default now())`,
    );
    await query(source.em(), `insert into ${MIGRATIONS_TABLE} (name) values ('Migration0001Foundation')`);
    await query(
      source.em(),
      `insert into command_log (id, instance_id, result, at) values ('c', 'i', '{}', '2026-01-05T09:00:00Z')`,
    );
    await query(
      source.em(),
      `insert into history (instance_id, seq, deployment_id, process_id, type, element_id, token, at)
       values ('i', 0, 'd', 'p', 'enter', 'A', 1, '2026-01-05T09:00:00Z')`,
    );
    const text = await textOf(source);
    const behind = await open();
    await expect(restore(behind, inPieces(text))).rejects.toMatchObject({ code: 'restore-other-level' });
    const target = await open('blank');
    await restore(target, inPieces(text));
    expect(await query(target.em(), 'select id from command_log')).toEqual([{ id: 'c' }]);
    expect(await query(target.em(), 'select type, element_id from history')).toEqual([
      { type: 'enter', element_id: 'A' },
    ]);
    expect(await query(target.em(), `select name from ${MIGRATIONS_TABLE} order by id`)).toEqual(
      migrations.map(({ name }) => ({ name })),
    );
    const newer = text.replace('"Migration0001Foundation"', '"Migration0001Foundation","Migration9999Future"');
    await expect(restore(await open('blank'), inPieces(newer))).rejects.toMatchObject({
      code: 'backup-newer',
      details: { unknown: ['Migration9999Future'] },
    });
  });

  test('has what the database has: partitions, sequences and triggers too', async () => {
    const source = await open('fresh');
    const add = async (store: Store, withMonth: boolean) => {
      const run = (sql: string) => query(store.em(), sql);
      await run(`create table event (n bigint generated always as identity, at timestamptz not null, twice bigint
        generated always as (1 + 1) stored, "odd ""name" text) partition by range (at)`);
      await run(`create table event_rest partition of event default`);
      await run(`create function shout() returns trigger language plpgsql as $$
        begin insert into team (id, name) values (gen_random_uuid()::text, gen_random_uuid()::text); return new; end $$`);
      await run(`create trigger shouts after insert on event for each row execute function shout()`);
      if (!withMonth) return;
      await run(`create table event_2026 partition of event for values from ('2026-01-01') to ('2027-01-01')
        partition by list ("odd ""name")`);
      await run(`create table event_2026_a partition of event_2026 for values in ('a')`);
      await run(`insert into event (at, "odd ""name") values ('2026-02-01', 'a'), ('2025-02-01', null)`);
    };
    await add(source, true);
    const text = await textOf(source);
    const target = await open('fresh');
    await add(target, false);
    await restore(target, inPieces(text));
    const rows = 'select *, tableoid::regclass::text as place from event order by n';
    expect(await query(target.em(), rows)).toEqual(await query(source.em(), rows));
    expect(await query(target.em(), 'select count(*) as n from team')).toEqual([{ n: 2 }]);
    expect(
      await query(target.em(), `insert into event (at, "odd ""name") values ('2026-03-01', 'a') returning n`),
    ).toEqual([{ n: 3 }]);
    expect(await query(target.em(), 'select count(*) as n from team')).toEqual([{ n: 3 }]);
  });
});

eachDatabase('a database without tables', (open) => {
  test('has nothing to back up', async () => {
    await expect(textOf(await open('blank'))).rejects.toMatchObject({ code: 'nothing-to-back-up' });
  });
});
