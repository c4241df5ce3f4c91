import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, inject, it } from 'vitest';
import type { CompleteResult, ModelDetail, Page, TaskRow, TimelineEntry } from '@dealwright/api/contract';
import { acceptInvite, signIn, type ApiClient } from '../apiClient.ts';
import { freshPostgresDatabase } from '../freshPostgresDatabase.ts';
import { ADMIN, removeFolder, startServer, type ServerProcess } from '../serverProcess.ts';

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
    const rep = await prepare(server);
    const deals = await startDeals(rep);

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
    const completed = new Map<string, number>();
    for (const dealId of deals) {
      for (const entry of await wholeTimeline(last, dealId))
        if (entry.kind === 'task')
          completed.set(`${dealId} ${entry.elementId}`, (completed.get(`${dealId} ${entry.elementId}`) ?? 0) + 1);
    }
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

const REP = { email: 'rep@example.com', password: 'a password for tests' } as const;

/** A chain of user tasks, deployed; one rep who is invited and signs in. */
async function prepare(server: ServerProcess): Promise<ApiClient> {
  const admin = await signIn(server.url, ADMIN);
  const invited = await admin.mutate<{ inviteUrl: string }>('people.create', {
    name: 'Rep',
    email: REP.email,
    roles: ['rep'],
  });
  await acceptInvite(server.url, invited.inviteUrl, REP.password);
  await admin.mutate('people.update', { id: admin.me.id, changes: { roles: ['admin', 'manager'] } });
  const xml = await readFile(fileURLToPath(new URL('./chain.bpmn', import.meta.url)), 'utf8');
  const model = await admin.mutate<ModelDetail>('model.create', { name: 'Chain', from: { kind: 'file', xml } });
  await admin.mutate('model.deploy', { id: model.id, revision: model.revision, note: 'for the fault test' });
  return signIn(server.url, REP);
}

async function startDeals(rep: ApiClient): Promise<readonly string[]> {
  const deals: string[] = [];
  for (let index = 0; index < DEALS; index += 1) {
    const deal = await rep.mutate<{ id: string }>('deal.start', {
      processId: 'chain',
      name: `Deal ${index}`,
      value: 100,
      commandId: randomUUID(),
    });
    deals.push(deal.id);
  }
  return deals;
}

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

async function mine(client: ApiClient): Promise<readonly TaskRow[]> {
  return (await client.query<Page<TaskRow>>('task.list', { view: 'mine', limit: 200 })).rows;
}

async function wholeTimeline(client: ApiClient, id: string): Promise<readonly TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page<TimelineEntry> = await client.query<Page<TimelineEntry>>('deal.timeline', {
      id,
      ...(cursor ? { cursor } : {}),
    });
    entries.push(...page.rows);
    cursor = page.cursor;
  }
  return entries;
}
