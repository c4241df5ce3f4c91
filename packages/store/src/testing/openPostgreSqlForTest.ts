import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openStore, type Store } from '../openStore.ts';
import { schemaKey } from './schemaKey.ts';

/**
 * An empty database on the given server, dropped when closed: copied from a migrated template, or without tables when
 * it is not to be migrated.
 */
export async function openPostgreSqlForTest(serverUrl: string, migrate = true): Promise<Store> {
  const template = `dealwright_template_${schemaKey}`;
  const name = `dealwright_test_${randomBytes(8).toString('hex')}`;
  await withClient(serverUrl, async (client) => {
    if (!migrate) return client.query(`create database ${name}`);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const found = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount === 0) await makeTemplate(client, serverUrl, template);
    return client.query(`create database ${name} template ${template}`);
  });
  const store = await openStore({ url: databaseUrl(serverUrl, name), migrate, now: Date.now });
  let closing: Promise<void> | undefined;
  const close = async () => {
    await store.close();
    await withClient(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { ...store, close: () => (closing ??= close()) };
}

/** test files run in several processes, and one makes the template for all */
const LOCK = 7_311_626_020;

async function makeTemplate(client: Client, serverUrl: string, template: string): Promise<void> {
  // made under another name first: a process that is killed half-way leaves no half-made template behind
  const draft = `${template}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft}`);
  const store = await openStore({ url: databaseUrl(serverUrl, draft), now: Date.now });
  await store.close();
  await client.query(`alter database ${draft} rename to ${template}`);
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
