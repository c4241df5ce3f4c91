import type { Board, DemoPerson, ModelSummary } from '@dealwright/api/contract';
import { eachDatabase } from '@dealwright/store/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadDemoAtStart } from './demoAtStart.ts';
import { type Client, createTestServer, type TestServer } from './testing/testServer.ts';

eachDatabase('the demo over HTTP', (open) => {
  let server: TestServer;
  let admin: Client;
  beforeEach(async () => {
    server = await createTestServer(await open());
    admin = await server.signIn();
  });
  afterEach(() => server.composed.close());
  const status = () => admin.query<{ loaded: boolean; people: readonly DemoPerson[] }>('demo.status');
  const start = (host: string) => {
    const { platform, services } = server.composed;
    return loadDemoAtStart(platform, services, { host });
  };

  it('is loaded by one call with the processes it runs on, and removed by another', async () => {
    expect((await status()).loaded).toBe(false);
    await admin.mutate('demo.load');
    expect((await status()).people.length).toBeGreaterThan(2);
    const models = await admin.query<readonly ModelSummary[]>('model.list');
    expect(models.map((model) => model.latestVersion)).toEqual([1, 1]);
    const deals = models.reduce((sum, model) => sum + model.activeDeals, 0);
    expect(deals).toBeGreaterThan(5);
    expect(await admin.tryMutate('demo.load')).toMatchObject({ problem: { code: 'demo-loaded' } });
    await admin.mutate('demo.remove');
    expect(await status()).toEqual({ loaded: false, people: [] });
    for (const { processId } of models) {
      const { totals } = await admin.query<Board>('deal.board', { processId });
      expect(Object.values(totals).map((total) => total.count)).toEqual([0, 0, 0, 0]);
    }
  });

  it('tells the password of its people once, and makes none where other machines can come in', async () => {
    const lines = await start('localhost');
    const password = /password (\S+) /.exec(lines.join('\n'))?.[1] ?? '';
    const [person] = (await status()).people;
    expect(lines.join('\n')).toContain(person?.email);
    expect((await server.signIn({ email: person?.email ?? '', password })).me.demo).toBe(true);
    expect(await start('localhost')).toEqual(['The demo team is loaded already.']);
    await admin.mutate('demo.remove');
    expect((await start('0.0.0.0')).join('\n')).not.toContain('password ');
  });
});
