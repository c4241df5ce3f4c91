import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** Makes an empty database on the server and answers its URL. */
export async function freshPostgresDatabase(serverUrl: string): Promise<string> {
  const name = `dealwright_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
