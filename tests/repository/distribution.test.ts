import { query, type Store } from '../../packages/store/src/index.ts';
import { eachDatabase } from '../../packages/store/src/testing/index.ts';
import { beforeAll, describe, expect, it } from 'vitest';

/**
 * What the schema must hold so that instances can live in several databases, by the instance's id (docs/scale.md). A
 * table that is in neither list fails: whoever makes one says which it is.
 */

/** Rows of one instance, with the column that says of which. */
const OF_INSTANCE: Readonly<Record<string, string>> = {
  instance: 'id',
  deal: 'instance_id',
  step: 'instance_id',
  open_task: 'instance_id',
  standing_token: 'instance_id',
  subscription: 'instance_id',
  incident: 'instance_id',
  job: 'instance_id',
  command_log: 'instance_id',
  leaving: 'instance_id',
  // a task's id is <instance id>:<token>
  offered_task: 'task_id',
  closed_task: 'id',
};

/** Few rows, seldom changed, the same in each database: people, drawings, settings. */
const EVERYWHERE = [
  'person',
  'team',
  'account',
  'product',
  'model',
  'deployment',
  'start_subscription',
  'calendar',
  'secret',
  'webhook',
  'retention',
  'mikro_orm_migrations',
];

/** Of no instance: in one database, whichever. */
const IN_ONE = ['session', 'sign_in_attempt', 'one_time_link', 'import_run', 'record'];

/** Written by the commit of an instance that they do not name: each database has a part, and who reads asks all. */
const IN_PARTS = ['message', 'audit'];

eachDatabase('the schema can be distributed by instance', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  const rows = <Row extends object>(sql: string) => query<Row>(store.em(), sql);

  it('every table is of an instance, everywhere, in one place or in parts', async () => {
    const tables = await rows<{ name: string }>(
      `select relname as name from pg_class
       where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace`,
    );
    const known = [...Object.keys(OF_INSTANCE), ...EVERYWHERE, ...IN_ONE, ...IN_PARTS];
    expect(tables.map(({ name }) => name).toSorted(byName)).toEqual(known.toSorted(byName));
  });

  it('what is of an instance says of which', async () => {
    const columns = await rows<{ table: string; column: string; type: string }>(
      `select table_name as table, column_name as column, data_type as type from information_schema.columns
       where table_schema = 'public'`,
    );
    for (const [table, column] of Object.entries(OF_INSTANCE))
      expect(columns, `${table}.${column}`).toContainEqual({ table, column, type: 'text' });
    // and what names an instance is known to be of one
    const naming = columns.filter(({ column }) => column === 'instance_id').map(({ table }) => table);
    const views = ['history', 'position', 'task'];
    expect(
      [...new Set(naming)].filter((table) => !(table in OF_INSTANCE) && !table.startsWith('step_')).toSorted(byName),
    ).toEqual(views);
  });

  it('no foreign key leads to another instance, or from what is everywhere to an instance', async () => {
    const keys = await rows<{ from: string; columns: readonly string[]; to: string; target: readonly string[] }>(
      `select c.conrelid::regclass::text as from, c.confrelid::regclass::text as to,
         array(select a.attname::text from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k) as columns,
         array(select a.attname::text from unnest(c.confkey) k join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k) as target
       from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
    );
    expect(keys.length).toBeGreaterThan(5);
    const crossing = keys.filter(({ from, to, columns, target }) => {
      if (!(to in OF_INSTANCE)) return from in OF_INSTANCE && IN_ONE.includes(to);
      return columns.join() !== OF_INSTANCE[from] || target.join() !== OF_INSTANCE[to];
    });
    expect(crossing).toEqual([]);
  });

  it('no number is drawn from a sequence that all would share', async () => {
    const sequences = await rows<{ name: string }>(
      `select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`,
    );
    // the list of migrations has one, in each database its own
    expect(sequences).toEqual([{ name: 'mikro_orm_migrations_id_seq' }]);
    const identities = await rows(
      `select table_name from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`,
    );
    expect(identities).toEqual([]);
  });

  it('a key that a database must keep unique holds the instance’s id, or an id that nobody else can have made', async () => {
    const keys = await rows<{ table: string; columns: readonly string[] }>(
      `select i.indrelid::regclass::text as table,
         array(select a.attname::text from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey) order by 1) as columns
       from pg_index i join pg_class c on c.oid = i.indrelid
       where i.indisunique and not c.relispartition and c.relnamespace = 'public'::regnamespace`,
    );
    const loose = keys
      .filter(({ table, columns }) => table in OF_INSTANCE && !columns.includes(OF_INSTANCE[table] ?? ''))
      .map(({ table, columns }) => `${table} (${columns.join(', ')})`)
      .toSorted(byName);
    // each is a UUID, or begins with the instance's id; the external key alone would have to be looked up elsewhere
    expect(loose).toEqual(LOOSE);
  });
});

const LOOSE = [
  'command_log (id)',
  'deal (external_key)',
  'deal (id)',
  'incident (id)',
  'job (id)',
  'open_task (id)',
  'subscription (id)',
];

const byName = (a: string, b: string) => a.localeCompare(b);

describe('the lists', () => {
  it('name each table once', () => {
    const all = [...Object.keys(OF_INSTANCE), ...EVERYWHERE, ...IN_ONE, ...IN_PARTS];
    expect(new Set(all).size).toBe(all.length);
  });
});
