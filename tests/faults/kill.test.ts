import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, inject, it } from 'vitest';
import type { CompleteResult } from '@dealwright/api/contract';
import { signIn, type ApiClient } from '../apiClient.ts';
import { freshPostgresDatabase } from '../freshPostgresDatabase.ts';
import { ADMIN, removeFolder, startServer, type ServerProcess } from '../serverProcess.ts';
import { completions, mine, prepare, REP, startDeals } from './chainDeals.ts';

const DEALS = 12;
const KILLS = 4;
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

describe.each(['PGlite', 'PostgreSQL'])('kill -9 in the middle of completing tasks, on %s', (database) => {
  it('keeps every acknowledged completion exactly once', async () => {
    const databaseUrl = database === 'PostgreSQL' ? await freshPostgresDatabase(inject('postgresUrl')) : undefined;
    let server = await startServer(databaseUrl ? { databaseUrl } : {});
    const { folder } = server;
    cleanups.push(
      () => removeFolder(folder),
      () => server.kill(),
    );
    const rep = await prepare(server, 'chain');
    const deals = await startDeals(rep, 'chain', DEALS);

    const acknowledged: string[] = [];
    const attempted = new Map<string, string>();
    for (let round = 0; round < KILLS; round += 1) {
      const client = await signIn(server.url, REP);
      await completeUntilKilled(client, server, acknowledged, attempted, 5 + round * 4);
      server = await startServer({ folder, ...(databaseUrl ? { databaseUrl } : {}) });
      const again = await signIn(server.url, REP);
      // What was in flight when the server died is sent again under the same command: it must not happen twice.
      for (const [id, commandId] of attempted) {
        await again.mutate<CompleteResult>('task.complete', { id, commandId, values: {} });
        acknowledged.push(id);
      }
      attempted.clear();
    }

    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    const last = await signIn(server.url, ADMIN);
    const completed = await completions(last, deals);
    expect([...completed.values()].every((times) => times === 1)).toBe(true);
    expect([...completed.values()].length).toBe(acknowledged.length);
    // Nothing is stuck: what is left can be worked off to the end.
    const client = await signIn(server.url, REP);
    for (let tasks = await mine(client); tasks.length > 0; tasks = await mine(client))
      for (const task of tasks)
        await client.mutate('task.complete', { id: task.id, commandId: randomUUID(), values: {} });
    for (const dealId of deals)
      expect(await last.query<{ status: string }>('deal.get', { id: dealId })).toMatchObject({ status: 'won' });
    expect(await server.stop()).toBe(0);
  });
});

/** Four callers complete whatever is open; the server is killed with calls under way, after `after` answers. */
async function completeUntilKilled(
  client: ApiClient,
  server: ServerProcess,
  acknowledged: string[],
  attempted: Map<string, string>,
  after: number,
): Promise<void> {
  let answers = 0;
  let killed: Promise<void> | null = null;
  const queue = [...(await mine(client))];
  const work = async (): Promise<void> => {
    for (let task = queue.shift(); task && !killed; task = queue.shift()) {
      const commandId = randomUUID();
      attempted.set(task.id, commandId);
      try {
        await client.mutate('task.complete', { id: task.id, commandId, values: {} });
      } catch (error) {
        // A cut connection is what this test is about; a refusal is not.
        if (killed && error instanceof TypeError) return;
        throw error;
      }
      attempted.delete(task.id);
      acknowledged.push(task.id);
      answers += 1;
      if (answers === after) killed = server.kill();
      if (queue.length === 0 && !killed) queue.push(...(await mine(client)).filter((row) => !attempted.has(row.id)));
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  await (killed ?? server.kill());
}
