import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { signIn } from '../apiClient.ts';
import { freshPostgresDatabase } from '../freshPostgresDatabase.ts';
import { ADMIN, removeFolder, startServer } from '../serverProcess.ts';
import { completions, mine, prepare, REP, startDeals } from './chainDeals.ts';

const DEALS = 12;
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

describe.each(['PGlite', 'PostgreSQL'])('SIGTERM while tasks are being completed, on %s', (database) => {
  it('lets what is under way finish and loses nothing', async () => {
    const databaseUrl = database === 'PostgreSQL' ? await freshPostgresDatabase(inject('postgresUrl')) : undefined;
    const options = databaseUrl ? { databaseUrl } : {};
    let server = await startServer(options);
    const { folder } = server;
    cleanups.push(
      () => removeFolder(folder),
      () => server.kill(),
    );
    const rep = await prepare(server, 'chain');
    const deals = await startDeals(rep, 'chain', DEALS);
    const tasks = await mine(rep);
    expect(tasks).toHaveLength(DEALS);

    const unanswered: { readonly id: string; readonly commandId: string }[] = [];
    const stopped: Promise<number | null>[] = [];
    const calls = tasks.map(async ({ id }) => {
      const commandId = randomUUID();
      try {
        await rep.mutate('task.complete', { id, commandId, values: {} });
        if (stopped.length === 0) stopped.push(server.stop());
      } catch (error) {
        // a server that stops takes no new connections; any answer it gives must be a right one
        if (!(error instanceof TypeError)) throw error;
        unanswered.push({ id, commandId });
      }
    });
    await Promise.all(calls);
    expect(await Promise.all(stopped)).toEqual([0]);

    server = await startServer({ ...options, folder });
    const again = await signIn(server.url, REP);
    for (const { id, commandId } of unanswered) await again.mutate('task.complete', { id, commandId, values: {} });
    const completed = await completions(await signIn(server.url, ADMIN), deals);
    expect([...completed.values()]).toEqual(Array.from({ length: DEALS }, () => 1));
    expect(await mine(again)).toHaveLength(DEALS);
    expect(await server.stop()).toBe(0);
  });
});
