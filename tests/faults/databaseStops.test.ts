import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { Refused, signIn } from '../apiClient.ts';
import { makePostgresServer } from '../postgresServer.ts';
import { ADMIN, removeFolder, startServer } from '../serverProcess.ts';
import { completions, mine, prepare, startDeals } from './chainDeals.ts';

const DEALS = 6;
const TIMER_MS = 5000;
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

it('PostgreSQL stops and starts again under a running server: it says so, resumes and loses nothing', async () => {
  const postgres = await makePostgresServer();
  await postgres.start();
  cleanups.push(
    () => postgres.remove(),
    () => postgres.stop(),
  );
  const server = await startServer({ databaseUrl: postgres.url });
  cleanups.push(
    () => removeFolder(server.folder),
    () => server.kill(),
  );
  const rep = await prepare(server, 'chain', 'ring');
  const deals = await startDeals(rep, 'chain', DEALS);
  const ready = async () => (await fetch(`${server.url}/readyz`)).status;

  // under load when it goes away: what is not acknowledged is noted, to be sent again
  const unanswered: { readonly id: string; readonly commandId: string }[] = [];
  const stopping: Promise<void>[] = [];
  const ringing = await startDeals(rep, 'ring', 2);
  const due = Date.now() + TIMER_MS;
  const calls = (await mine(rep)).map(async ({ id }) => {
    const commandId = randomUUID();
    try {
      await rep.mutate('task.complete', { id, commandId, values: {} });
      if (stopping.length === 0) stopping.push(postgres.stop());
    } catch (error) {
      expect(error).toMatchObject({ status: 503, problem: { code: 'database-unreachable' } });
      unanswered.push({ id, commandId });
    }
  });
  await Promise.all(calls);
  await Promise.all(stopping);
  expect(stopping).toHaveLength(1);

  expect(await ready()).toBe(503);
  expect(await fetch(`${server.url}/healthz`)).toMatchObject({ status: 200 });
  for (const call of [() => mine(rep), () => signIn(server.url, ADMIN), () => startDeals(rep, 'chain', 1)]) {
    const refusal = await call().then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal).toMatchObject({
      status: 503,
      problem: {
        code: 'database-unreachable',
        message: { en: expect.stringContaining('database') as string, zh: expect.stringContaining('数据库') as string },
      },
    });
  }
  // the timers fall due while there is no database
  await expect.poll(() => Date.now(), { timeout: 2 * TIMER_MS }).toBeGreaterThan(due);

  await postgres.start();
  await expect.poll(ready, { timeout: 30_000, interval: 250 }).toBe(200);
  // the session is still good
  for (const { id, commandId } of unanswered) await rep.mutate('task.complete', { id, commandId, values: {} });
  await expect
    .poll(async () => (await mine(rep)).length, { timeout: 60_000, interval: 250 })
    .toBe(DEALS + ringing.length);
  const admin = await signIn(server.url, ADMIN);
  expect([...(await completions(admin, deals)).values()]).toEqual(Array.from({ length: DEALS }, () => 1));
  expect(await admin.query('incident.list', {})).toMatchObject({ rows: [] });
  expect(await server.stop()).toBe(0);
});
