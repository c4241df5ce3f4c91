import { randomUUID } from 'node:crypto';
import { afterEach, expect, inject, it } from 'vitest';
import { signIn } from '../apiClient.ts';
import { freshPostgresDatabase } from '../freshPostgresDatabase.ts';
import { ADMIN, removeFolder, startServer } from '../serverProcess.ts';
import { completions, mine, prepare, REP, startDeals } from './chainDeals.ts';

const DEALS = 8;
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

it('two servers on one PostgreSQL both serve, and a timer fires once', async () => {
  const databaseUrl = await freshPostgresDatabase(inject('postgresUrl'));
  const servers = await Promise.all([startServer({ databaseUrl }), startServer({ databaseUrl })]);
  const [one, two] = servers;
  for (const server of servers)
    cleanups.push(
      () => removeFolder(server.folder),
      () => server.kill(),
    );
  const first = await prepare(one, 'ring', 'chain');
  const second = await signIn(two.url, REP);
  const ringing = [...(await startDeals(first, 'ring', DEALS)), ...(await startDeals(second, 'ring', DEALS))];
  const chained = await startDeals(second, 'chain', 1);

  await expect.poll(async () => (await mine(second)).length, { timeout: 60_000, interval: 250 }).toBe(2 * DEALS + 1);
  expect(await mine(first)).toEqual(await mine(second));
  // each task is completed by one server and at once seen by the other
  for (const [index, task] of (await mine(first)).entries()) {
    const [here, there] = index % 2 === 0 ? [first, second] : [second, first];
    await here.mutate('task.complete', { id: task.id, commandId: randomUUID(), values: {} });
    expect((await mine(there)).map((row) => row.id)).not.toContain(task.id);
  }
  const admin = await signIn(two.url, ADMIN);
  const completed = await completions(admin, [...ringing, ...chained]);
  expect([...completed.values()]).toEqual(Array.from({ length: 2 * DEALS + 1 }, () => 1));
  for (const id of ringing) expect(await admin.query('deal.get', { id })).toMatchObject({ status: 'won' });
  expect(await admin.query('incident.list', {})).toMatchObject({ rows: [] });
  expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0]);
});
