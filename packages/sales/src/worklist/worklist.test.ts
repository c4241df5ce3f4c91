import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { completeDealTask } from '../deals/completeDealTask.ts';
import { startDeal } from '../deals/startDeal.ts';
import { openSales, SALE_MODEL, type TestSales } from '../testing/index.ts';
import { getTask } from './getTask.ts';
import { countTasks, listTasks } from './listTasks.ts';
import type { TaskView } from './TaskRow.ts';

eachDatabase('worklist', (open) => {
  let store: Store;
  let sales: TestSales;
  let mia: string;
  let ada: string;
  let lex: string;
  let count = 0;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await emptyTables(store);
    sales = openSales(store);
    mia = await sales.person('Mia', { roles: ['manager'] });
    ada = await sales.person('Ada', { managerId: mia });
    lex = await sales.person('Lex', { groups: ['legal'] });
    await sales.runtime.deploy({ xml: SALE_MODEL, note: 'first', actorId: mia });
  });
  const start = (name: string, accountName: string | null = null) =>
    startDeal(sales, {
      processId: 'sale',
      name,
      accountId: null,
      accountName,
      productId: null,
      ownerId: ada,
      value: 100,
      currency: 'EUR',
      expectedCloseOn: '2026-03-01',
      actorId: ada,
      commandId: `start-${++count}`,
    });
  const complete = async (by: string, nodeId: string, values: Record<string, string | number | boolean>) =>
    completeDealTask(sales, await sales.viewer(by), {
      id: await sales.openTask(nodeId),
      values,
      commandId: `press-${++count}`,
    });
  const names = async (who: string, view: TaskView, more: object = {}) =>
    (await listTasks(sales, await sales.viewer(who), { view, limit: 50, ...more })).rows.map((row) => [
      row.name,
      row.deal?.name,
    ]);
  const toContract = async () => {
    await complete(ada, 'qualify', { fit: true });
    await complete(ada, 'proposal', { deal_value: 7 });
    await complete(mia, 'approve', { approved: true });
  };

  it('shows each person their own, the unclaimed of their groups, and their team’s', async () => {
    await start('A', 'Northwind');
    expect(await names(ada, 'mine')).toEqual([['Qualify', 'A']]);
    expect(await names(mia, 'mine')).toEqual([]);
    expect(await names(mia, 'team')).toEqual([['Qualify', 'A']]);
    await toContract();
    expect(await names(lex, 'unclaimed')).toEqual([['Contract', 'A']]);
    expect(await names(ada, 'unclaimed')).toEqual([]);
    await sales.runtime.claim({ taskId: await sales.openTask('contract'), actorId: lex });
    expect(await names(lex, 'unclaimed')).toEqual([]);
    expect(await names(lex, 'mine')).toEqual([['Contract', 'A']]);
    expect(await names(ada, 'done')).toEqual([
      ['Proposal', 'A'],
      ['Qualify', 'A'],
    ]);
  });

  it('tells what is overdue by the clock it is given', async () => {
    await start('A');
    expect(await countTasks(sales, await sales.viewer(ada))).toEqual({ mine: 1, unclaimed: 0, overdue: 0, team: 0 });
    sales.clock += 9 * 3_600_000;
    expect(await names(ada, 'overdue')).toEqual([['Qualify', 'A']]);
    expect(await countTasks(sales, await sales.viewer(ada))).toEqual({ mine: 1, unclaimed: 0, overdue: 1, team: 0 });
    expect(await countTasks(sales, await sales.viewer(mia))).toEqual({ mine: 0, unclaimed: 0, overdue: 0, team: 1 });
  });

  it('pages by key through all, soonest due first, and none twice', async () => {
    for (let i = 0; i < 5; i += 1) {
      await start(`D${i}`);
      if (i % 2 === 0) sales.clock += 60_000;
    }
    const viewer = await sales.viewer(ada);
    const seen: (string | undefined)[] = [];
    let cursor: string | null = null;
    do {
      const page = await listTasks(sales, viewer, { view: 'mine', limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.rows.map((row) => row.deal?.name));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(seen).toEqual(['D0', 'D1', 'D2', 'D3', 'D4']);
  });

  it('finds by deal and account name, `%` meaning itself', async () => {
    await start('Spring offer', 'Northwind');
    await start('100% sure');
    expect(await names(ada, 'mine', { search: 'north' })).toEqual([['Qualify', 'Spring offer']]);
    expect(await names(ada, 'mine', { search: '%' })).toEqual([['Qualify', '100% sure']]);
    expect(await names(ada, 'mine', { processId: 'other' })).toEqual([]);
  });

  it('refuses a cursor that nobody gave', async () => {
    const viewer = await sales.viewer(ada);
    await expect(listTasks(sales, viewer, { view: 'mine', limit: 2, cursor: 'xyz' })).rejects.toMatchObject({
      code: 'cursor-invalid',
    });
  });

  it('opens a task with form, playbook, KPIs and values: draft over deal over variables', async () => {
    await start('A');
    const id = await sales.openTask('qualify');
    await sales.runtime.saveDraft({ taskId: id, draft: { fit: true }, actorId: ada });
    await sales.rows(`update deal set next_step = 'Call back'`);
    const task = await getTask(sales, await sales.viewer(ada), id);
    expect(task).toMatchObject({
      status: 'open',
      name: 'Qualify',
      labels: { zh: '资格确认' },
      stage: { id: 'identify' },
      playbook: { en: 'Find out who decides.' },
      values: { fit: true, deal_next_step: 'Call back' },
      hasDraft: true,
      canClaim: false,
      canComplete: true,
      canAssign: true,
      owner: { id: ada, name: 'Ada' },
      expectedCloseOn: '2026-03-01',
      deal: { name: 'A', value: 100, currency: 'EUR' },
      version: 1,
    });
    expect(task.kpis.map((kpi) => kpi.id)).toEqual(['k_sla', 'k_conv', 'k_fit']);
    expect(Object.keys(task.values)).toEqual(['fit', 'deal_next_step']);
  });

  it('lets a manager see and hand on a task of the team, and hides it from strangers', async () => {
    await start('A');
    const id = await sales.openTask('qualify');
    expect(await getTask(sales, await sales.viewer(mia), id)).toMatchObject({ canComplete: false, canAssign: true });
    await expect(getTask(sales, await sales.viewer(lex), id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
