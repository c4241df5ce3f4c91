import { randomUUID } from 'node:crypto';
import type { CompleteResult } from '@dealwright/api/contract';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { Refused, signIn } from '../apiClient.ts';
import { freshPostgresDatabase } from '../freshPostgresDatabase.ts';
import { ADMIN, removeFolder, startServer } from '../serverProcess.ts';
import { completions, mine, prepare, startDeals } from './chainDeals.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

describe.each(['PGlite', 'PostgreSQL'])('a task completed ten times at once, on %s', (database) => {
  it('is completed once: a press sent again gets the same answer, another press is told', async () => {
    const databaseUrl = database === 'PostgreSQL' ? await freshPostgresDatabase(inject('postgresUrl')) : undefined;
    const server = await startServer(databaseUrl ? { databaseUrl } : {});
    cleanups.push(
      () => removeFolder(server.folder),
      () => server.kill(),
    );
    const rep = await prepare(server, 'chain');
    const deals = await startDeals(rep, 'chain', 2);
    const [same, others] = await mine(rep);
    if (!same || !others) throw new Error('the deals have no tasks');
    const complete = (id: string, commandId: string) =>
      rep.mutate<CompleteResult>('task.complete', { id, commandId, values: {} });

    const commandId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => complete(same.id, commandId)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);

    const presses = await Promise.allSettled(Array.from({ length: 10 }, () => complete(others.id, randomUUID())));
    const refused = presses.filter((press) => press.status === 'rejected').map((press) => press.reason as Refused);
    expect(refused).toHaveLength(9);
    for (const { status, problem } of refused) {
      expect([status, problem.code]).toEqual([409, 'task-gone']);
      expect(problem.message.zh).not.toBe('');
    }

    const completed = await completions(await signIn(server.url, ADMIN), deals);
    expect([...completed.values()]).toEqual([1, 1]);
    expect(await mine(rep)).toHaveLength(2);
  });
});
