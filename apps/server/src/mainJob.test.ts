import type {
  Board,
  CompleteResult,
  DealDetail,
  DeployResult,
  ModelDetail,
  Page,
  ProcessView,
  TaskDetail,
  TaskRow,
} from '@dealwright/api/contract';
import type { BusEvent } from '@dealwright/api/server';
import { eachDatabase } from '@dealwright/store/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saleXml } from './testing/saleXml.ts';
import { type Client, commandId, createTestServer, type TestServer } from './testing/testServer.ts';

eachDatabase('the main job over HTTP', (open) => {
  let server: TestServer;
  let admin: Client;
  let mia: Client;
  let max: Client;
  let ada: Client;
  let bo: Client;
  let model: ModelDetail;
  beforeEach(async () => {
    server = await createTestServer(await open());
    admin = await server.signIn();
    const head = await server.person(admin, 'Head', ['manager']);
    mia = await server.person(admin, 'Mia', ['manager'], head.me.id);
    max = await server.person(admin, 'Max', ['manager']);
    ada = await server.person(admin, 'Ada', ['rep'], mia.me.id);
    bo = await server.person(admin, 'Bo', ['rep'], max.me.id);
    model = await mia.mutate('model.create', { name: 'Test sale', from: { kind: 'file', xml: saleXml() } });
    await mia.mutate('model.deploy', { id: model.id, revision: 1, note: 'first' });
  });
  afterEach(() => server.composed.close());

  const start = (client: Client, value = 100) =>
    client.mutate<{ id: string }>('deal.start', {
      processId: 'test-sale',
      name: `${client.me.name}'s deal`,
      accountName: '星辰科技',
      value,
      commandId: commandId(),
    });
  const tasks = async (client: Client, view = 'mine') =>
    (await client.query<Page<TaskRow>>('task.list', { view })).rows;
  const complete = async (client: Client, values: unknown, task?: TaskRow) =>
    client.mutate<CompleteResult>('task.complete', {
      id: (task ?? (await tasks(client))[0])?.id,
      values,
      commandId: commandId(),
    });

  it('goes from the drawing to the figure along both branches', async () => {
    const told: BusEvent[] = [];
    server.composed.platform.bus.subscribe((event) => told.push(event));
    const small = await start(ada);
    const [task] = await tasks(ada);
    expect(task).toMatchObject({ name: 'Qualify', deal: { id: small.id, accountName: '星辰科技', value: 100 } });
    const detail = await ada.query<TaskDetail>('task.get', { id: task?.id });
    expect(detail).toMatchObject({ canComplete: true, values: { deal_value: 100 } });
    await ada.mutate('task.saveDraft', { id: task?.id, values: { contact: 'Li' } });
    expect((await ada.query<TaskDetail>('task.get', { id: task?.id })).values).toMatchObject({ contact: 'Li' });
    server.time += 3_600_000;
    expect(await complete(ada, { deal_value: 900, contact: 'Li' })).toMatchObject({ finished: true, outcome: 'won' });
    expect(await ada.query<DealDetail>('deal.get', { id: small.id })).toMatchObject({
      status: 'won',
      value: 900,
      closeValue: 900,
      closedAt: '2026-01-05T09:00:00.000Z',
      taken: expect.arrayContaining(['Small']),
    });

    const large = await start(ada);
    const result = await complete(ada, { deal_value: 5000 });
    expect(result).toMatchObject({ finished: false, nextTasks: [{ name: 'Approve', mine: false }] });
    expect(await tasks(ada)).toEqual([]);
    expect(await complete(mia, {})).toMatchObject({ finished: true, outcome: 'won' });
    expect((await mia.query<DealDetail>('deal.get', { id: large.id })).taken).toContain('IsLarge');

    const view = await mia.query<ProcessView>('process.view', { processId: 'test-sale' });
    expect(view.totals).toMatchObject({ started: 2, won: 2, open: 0, wonValue: 5900 });
    const [kpi] = view.elements.find((element) => element.nodeId === 'Qualify')?.kpis ?? [];
    expect(kpi).toMatchObject({ measure: 'completions', target: 1, actual: 2, state: 'met' });
    const board = await mia.query<Board>('deal.board', { status: 'won' });
    expect(board.totals.won).toEqual({ count: 2, value: 5900 });
    expect(told.map((event) => event.kind)).toEqual(expect.arrayContaining(['deal', 'tasks']));
  });

  it('keeps running deals on their version', async () => {
    const deal = await start(ada, 5000);
    const xml = saleXml({ condition: 'amount &gt; 1000000' });
    await mia.mutate('model.saveDraft', { id: model.id, xml, revision: 1 });
    const second = await admin.mutate<DeployResult>('model.deploy', { id: model.id, revision: 2, note: 'second' });
    expect(second.version).toBe(2);
    expect(await ada.query<DealDetail>('deal.get', { id: deal.id })).toMatchObject({ version: 1 });
    expect((await complete(ada, { deal_value: 5000 })).nextTasks).toHaveLength(1);
    await start(bo, 5000);
    expect((await complete(bo, { deal_value: 5000 })).finished).toBe(true);
  });

  it('does a completion once, however often it is sent', async () => {
    await start(ada);
    const [task] = await tasks(ada);
    const input = { id: task?.id, values: { deal_value: 1 }, commandId: commandId() };
    const first = await ada.mutate('task.complete', input);
    expect(await ada.mutate('task.complete', input)).toEqual(first);
    const again = await ada.tryMutate('task.complete', { ...input, commandId: commandId() });
    expect(again).toMatchObject({
      status: 409,
      problem: { code: 'task-gone', details: { by: { name: 'Ada' }, at: '2026-01-05T08:00:00.000Z' } },
    });
  });

  it('tells the second of two who was first', async () => {
    const group = await server.person(admin, 'Gil', ['rep', 'manager'], mia.me.id);
    await start(ada, 5000);
    await complete(ada, { deal_value: 5000 });
    const [task] = await tasks(mia);
    await mia.mutate('task.assign', { id: task?.id, personId: group.me.id });
    const late = await mia.tryMutate('task.complete', { id: task?.id, values: {}, commandId: commandId() });
    expect(late).toMatchObject({ status: 409, problem: { code: 'task-taken', details: { by: { name: 'Gil' } } } });
    expect(late.problem?.message.zh).toContain('Gil');
  });

  describe('shows each person', () => {
    it('the deals of their own, of those below them, or all', async () => {
      const deal = await start(ada);
      const head = await server.signIn({ email: 'head@example.com', password: 'correct horse battery' });
      const sees = async (client: Client) => {
        const { status } = await client.tryQuery('deal.get', { id: deal.id });
        const board = await client.query<Board>('deal.board', {});
        const found = await client.query<readonly unknown[]>('deal.search', { text: 'deal' });
        const timeline = await client.tryQuery('deal.timeline', { id: deal.id });
        return [status, board.totals.open.count, found.length, timeline.status];
      };
      for (const client of [ada, mia, head, admin]) expect(await sees(client)).toEqual([200, 1, 1, 200]);
      for (const client of [bo, max]) expect(await sees(client)).toEqual([404, 0, 0, 404]);
      const stolen = { id: deal.id, revision: 1, changes: { ownerId: bo.me.id } };
      expect((await bo.tryMutate('deal.update', stolen)).status).toBe(404);
      expect((await max.tryMutate('deal.update', stolen)).status).toBe(404);
      await mia.mutate('deal.update', stolen);
      expect((await bo.tryQuery('deal.get', { id: deal.id })).status).toBe(200);
    });

    it('the tasks that are theirs to do, and those of the people below them', async () => {
      await start(ada);
      const [task] = await tasks(ada);
      const input = { id: task?.id };
      for (const client of [bo, max]) {
        expect((await client.tryQuery('task.get', input)).status).toBe(404);
        for (const call of ['task.claim', 'task.release'])
          expect((await client.tryMutate(call, input)).status).toBe(404);
        const done = await client.tryMutate('task.complete', { ...input, values: {}, commandId: commandId() });
        expect(done.status).toBe(404);
        const taken = await client.tryMutate('task.assign', { ...input, personId: client.me.id });
        expect(taken.status).toBe(404);
        expect(await tasks(client, 'team')).toEqual([]);
      }
      expect(await tasks(mia, 'team')).toHaveLength(1);
      expect((await ada.query<TaskDetail>('task.get', input)).canComplete).toBe(true);
    });
  });

  it('ends a disabled person’s session at once', async () => {
    await admin.mutate('people.update', { id: ada.me.id, changes: { active: false } });
    expect(await ada.tryQuery('deal.board', {})).toMatchObject({ status: 401, problem: { code: 'not-signed-in' } });
  });
});
