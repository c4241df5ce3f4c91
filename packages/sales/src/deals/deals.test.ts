import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { openSales, SALE_MODEL, type TestSales } from '../testing/index.ts';
import { completeDealTask } from './completeDealTask.ts';
import { dealTimeline } from './dealTimeline.ts';
import { getDeal } from './getDeal.ts';
import { startDeal } from './startDeal.ts';
import { updateDeal } from './updateDeal.ts';

eachDatabase('deals', (open) => {
  let store: Store;
  let sales: TestSales;
  let mia: string;
  let ada: string;
  let press = 0;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await emptyTables(store);
    sales = openSales(store);
    mia = await sales.person('Mia', { roles: ['manager'] });
    ada = await sales.person('Ada', { managerId: mia });
    await sales.runtime.deploy({ xml: SALE_MODEL, note: 'first', actorId: mia });
  });
  const start = (changes: Partial<Parameters<typeof startDeal>[1]> = {}) =>
    startDeal(sales, {
      processId: 'sale',
      name: 'Northwind · GTX Pro',
      accountId: null,
      accountName: 'Northwind',
      productId: null,
      ownerId: ada,
      value: 4000,
      currency: 'USD',
      expectedCloseOn: '2026-03-01',
      actorId: ada,
      commandId: 'start-1',
      ...changes,
    });
  const complete = async (by: string, nodeId: string, values: Record<string, string | number | boolean>) =>
    completeDealTask(sales, await sales.viewer(by), {
      id: await sales.openTask(nodeId),
      values,
      commandId: `press-${++press}`,
    });
  const all = { kind: 'all' } as const;

  it('starts a deal with its instance, a new account and the deal’s facts as variables', async () => {
    const { id } = await start();
    const deal = await getDeal(sales, await sales.viewer(ada), id);
    expect(deal).toMatchObject({
      name: 'Northwind · GTX Pro',
      account: { name: 'Northwind' },
      owner: { id: ada, name: 'Ada' },
      value: 4000,
      status: 'open',
      stage: 'identify',
      expectedCloseOn: '2026-03-01',
      nextTask: { name: 'Qualify', labels: { zh: '资格确认' }, dueAt: '2026-01-05T17:00:00.000Z' },
      revision: 1,
      version: 1,
      visited: ['start', 'qualify'],
      taken: ['f_start'],
    });
    expect(deal.stages.map((stage) => stage.state)).toEqual(['current', 'ahead', 'ahead']);
    const [instance] = await sales.rows<{ vars: object }>(`select state->'scopes'->0->'vars' as vars from instance`);
    expect(instance?.vars).toMatchObject({
      dealId: id,
      ownerId: ada,
      amount: 4000,
      deal_value: 4000,
      accountName: 'Northwind',
    });
  });

  it('starts once for a command, however often it is sent', async () => {
    const first = await start();
    expect(await start()).toEqual(first);
    expect(await sales.rows(`select count(*) as n from deal`)).toEqual([{ n: 1 }]);
    expect(await sales.rows(`select count(*) as n from instance`)).toEqual([{ n: 1 }]);
  });

  it.each([
    ['owner-unknown', { ownerId: 'nobody' }, 'ownerId'],
    ['account-unknown', { accountId: 'none' }, 'accountId'],
    ['product-unknown', { productId: 'none' }, 'productId'],
  ])('refuses with %s and starts nothing', async (code, changes, field) => {
    await expect(start(changes)).rejects.toMatchObject({ code, place: { field } });
    expect(await sales.rows(`select count(*) as n from instance`)).toEqual([{ n: 0 }]);
  });

  it('uses the account of that name that is there', async () => {
    await start();
    await start({ commandId: 'start-2', name: 'Second' });
    expect(await sales.rows(`select count(*) as n from account`)).toEqual([{ n: 1 }]);
  });

  it('goes from the first task to won, the deal following what the forms say', async () => {
    const { id } = await start();
    const first = await complete(ada, 'qualify', { fit: true, deal_next_step: 'Send quote' });
    expect(first).toMatchObject({ finished: false, outcome: null, nextTasks: [{ name: 'Proposal', mine: true }] });
    const second = await complete(ada, 'proposal', { deal_value: 5200, discount: 5 });
    expect(second.nextTasks).toMatchObject([{ name: 'Approve', mine: false }]);
    await complete(mia, 'approve', { approved: true });
    sales.clock += 86_400_000;
    expect(sales.fallbacks).toEqual(['the group "legal" has no active members']);
    const last = await complete(mia, 'contract', { signed: true });
    expect(last).toEqual({ finished: true, outcome: 'won', nextTasks: [] });
    const deal = await getDeal(sales, await sales.viewer(ada), id);
    expect(deal).toMatchObject({
      status: 'won',
      value: 5200,
      closeValue: 5200,
      closedAt: '2026-01-06T09:00:00.000Z',
      nextStep: 'Send quote',
      tokens: [],
    });
    expect(deal.stages.map((stage) => stage.state)).toEqual(['done', 'done', 'done']);
  });

  it('refuses a form that is wrong, naming the field, and changes nothing', async () => {
    await start();
    await complete(ada, 'qualify', { fit: true });
    await expect(complete(ada, 'proposal', { deal_value: 'much' })).rejects.toMatchObject({
      code: 'form-invalid',
      place: { field: 'deal_value' },
    });
    await expect(complete(ada, 'proposal', { discount: 5 })).rejects.toMatchObject({ place: { field: 'deal_value' } });
    expect(await sales.rows(`select status from task where node_id = 'proposal'`)).toEqual([{ status: 'open' }]);
    expect(await sales.rows(`select value from deal`)).toEqual([{ value: 4000 }]);
  });

  it('completes once for a command and answers the same', async () => {
    await start();
    const request = { id: await sales.openTask('qualify'), values: { fit: true }, commandId: 'pressed' };
    const viewer = await sales.viewer(ada);
    const first = await completeDealTask(sales, viewer, request);
    expect(await completeDealTask(sales, viewer, request)).toEqual(first);
    expect(await sales.rows(`select count(*) as n from task where node_id = 'proposal'`)).toEqual([{ n: 1 }]);
    // also when it has gone on since, and what comes next is nobody's any more
    await complete(ada, 'proposal', { deal_value: 10 });
    const [next] = first.nextTasks;
    expect(next).toMatchObject({ mine: true });
    expect(await completeDealTask(sales, viewer, request)).toEqual({ ...first, nextTasks: [{ ...next, mine: false }] });
  });

  it('hides a task from those who have nothing to do with it', async () => {
    await start();
    const stranger = await sales.person('Stranger');
    await expect(complete(stranger, 'qualify', { fit: true })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('settles a deal that a timer ended', async () => {
    const { id } = await start();
    await complete(ada, 'qualify', { fit: true });
    await complete(ada, 'proposal', { deal_value: 10 });
    await complete(mia, 'approve', { approved: true });
    sales.clock += 31 * 86_400_000;
    await sales.runtime.runDueJobs();
    const deal = await getDeal(sales, await sales.viewer(ada), id);
    expect(deal).toMatchObject({ status: 'lost', closedAt: '2026-02-05T09:00:00.000Z', closeValue: null });
  });

  it('updates fields, tells the process, and hands the owner’s tasks to the new owner', async () => {
    const { id } = await start();
    const bo = await sales.person('Bo', { managerId: mia });
    const change = { id, revision: 1, changes: { value: 9000, ownerId: bo }, actorId: mia, scope: all };
    expect(await updateDeal(sales, change)).toEqual({ revision: 2 });
    expect(await sales.rows(`select assignee_id as a from task`)).toEqual([{ a: bo }]);
    expect(await sales.rows(`select principal as p from worklist`)).toEqual([{ p: `p:${bo}` }]);
    const [instance] = await sales.rows<{ vars: object }>(`select state->'scopes'->0->'vars' as vars from instance`);
    expect(instance?.vars).toMatchObject({ ownerId: bo, ownerName: 'Bo', amount: 9000, deal_value: 9000 });
    expect(await sales.rows(`select before, after from audit where action = 'deal.update'`)).toEqual([
      { before: { value: 4000, ownerId: ada }, after: { value: 9000, ownerId: bo } },
    ]);
  });

  it('refuses a stale revision and says who was first', async () => {
    const { id } = await start();
    await updateDeal(sales, { id, revision: 1, changes: { name: 'A' }, actorId: mia, scope: all });
    const late = updateDeal(sales, { id, revision: 1, changes: { name: 'B' }, actorId: ada, scope: all });
    await expect(late).rejects.toMatchObject({ code: 'deal-conflict', details: { revision: 2, by: 'Mia' } });
  });

  it('does not let a deal outside the scope be seen or changed', async () => {
    const { id } = await start();
    const viewer = await sales.viewer(await sales.person('Stranger'));
    await expect(getDeal(sales, viewer, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(dealTimeline(sales, viewer, { id })).rejects.toMatchObject({ code: 'not-found' });
    const change = updateDeal(sales, {
      id,
      revision: 1,
      changes: { name: 'X' },
      actorId: viewer.id,
      scope: viewer.scope,
    });
    await expect(change).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tells the timeline newest first, tasks with what was entered and what it was before', async () => {
    const { id } = await start();
    await complete(ada, 'qualify', { fit: true });
    sales.clock += 1000;
    await complete(ada, 'proposal', { deal_value: 5200 });
    sales.clock += 1000;
    await updateDeal(sales, { id, revision: 2, changes: { nextStep: 'Call' }, actorId: mia, scope: all });
    const { rows, cursor } = await dealTimeline(sales, await sales.viewer(ada), { id });
    expect(rows.map((row) => [row.kind, row.name, row.actor?.name])).toEqual([
      ['changed', '', 'Mia'],
      ['task', 'Proposal', 'Ada'],
      ['stage', 'Propose', 'Ada'],
      ['task', 'Qualify', 'Ada'],
      ['stage', 'Identify', 'Ada'],
      ['started', 'Sale', 'Ada'],
    ]);
    expect(rows[0]?.changes).toMatchObject([{ field: 'nextStep', before: null, after: 'Call' }]);
    expect(rows[1]?.changes).toMatchObject([{ field: 'deal_value', before: 4000, after: 5200 }]);
    expect(cursor).toBeNull();
  });

  it('tells the timeline in the words of the form, and people by their names', async () => {
    const { id } = await start();
    await complete(ada, 'qualify', { fit: true });
    sales.clock += 1000;
    await updateDeal(sales, { id, revision: 1, changes: { ownerId: mia }, actorId: mia, scope: all });
    const { rows } = await dealTimeline(sales, await sales.viewer(mia), { id });
    expect(rows[0]?.changes).toMatchObject([{ field: 'ownerId', before: 'Ada', after: 'Mia' }]);
    const qualified = rows.find((row) => row.kind === 'task');
    expect(qualified?.changes).toMatchObject([{ field: 'fit', labels: { en: 'Fits', zh: '合格' }, after: true }]);
  });
});
