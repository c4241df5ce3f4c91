import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ModelDetail, Page, TaskRow, TimelineEntry } from '@dealwright/api/contract';
import { acceptInvite, signIn, type ApiClient } from '../apiClient.ts';
import { ADMIN, type ServerProcess } from '../serverProcess.ts';

export const REP = { email: 'rep@example.com', password: 'a password for tests' } as const;

/** `chain`: six user tasks, one after another. `ring`: a timer of five seconds, then a user task. */
export type FaultProcess = 'chain' | 'ring';

/** Deploys the processes; answers a rep who was invited and is signed in. */
export async function prepare(
  server: Pick<ServerProcess, 'url'>,
  ...processes: readonly FaultProcess[]
): Promise<ApiClient> {
  const admin = await signIn(server.url, ADMIN);
  const invited = await admin.mutate<{ inviteUrl: string }>('people.create', {
    name: 'Rep',
    email: REP.email,
    roles: ['rep'],
  });
  await acceptInvite(server.url, invited.inviteUrl, REP.password);
  await admin.mutate('people.update', { id: admin.me.id, changes: { roles: ['admin', 'manager'] } });
  for (const process of processes) {
    const xml = await readFile(fileURLToPath(new URL(`./${process}.bpmn`, import.meta.url)), 'utf8');
    const model = await admin.mutate<ModelDetail>('model.create', { name: process, from: { kind: 'file', xml } });
    await admin.mutate('model.deploy', { id: model.id, revision: model.revision, note: 'for the fault test' });
  }
  return signIn(server.url, REP);
}

export async function startDeals(rep: ApiClient, processId: FaultProcess, count: number): Promise<readonly string[]> {
  const deals: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const deal = await rep.mutate<{ id: string }>('deal.start', {
      processId,
      name: `${processId} ${index}`,
      value: 100,
      commandId: randomUUID(),
    });
    deals.push(deal.id);
  }
  return deals;
}

export async function mine(client: ApiClient): Promise<readonly TaskRow[]> {
  return (await client.query<Page<TaskRow>>('task.list', { view: 'mine', limit: 200 })).rows;
}

/** `<deal> <element>` → how often the task there was completed, by the deals' timelines. */
export async function completions(admin: ApiClient, deals: readonly string[]): Promise<Map<string, number>> {
  const completed = new Map<string, number>();
  for (const dealId of deals)
    for (const entry of await wholeTimeline(admin, dealId)) {
      const key = `${dealId} ${entry.elementId}`;
      if (entry.kind === 'task') completed.set(key, (completed.get(key) ?? 0) + 1);
    }
  return completed;
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
