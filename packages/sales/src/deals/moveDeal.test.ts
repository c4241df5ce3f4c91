import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { openSales, SALE_MODEL, type TestSales } from '../testing/index.ts';
import { dealTimeline } from './dealTimeline.ts';
import { getDeal } from './getDeal.ts';
import { moveDeal } from './moveDeal.ts';
import { startDeal } from './startDeal.ts';

eachDatabase('moving a deal by hand', (open) => {
  let store: Store;
  let sales: TestSales;
  let mia: string;
  let ada: string;
  let id: string;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await emptyTables(store);
    sales = openSales(store);
    mia = await sales.person('Mia', { roles: ['manager'] });
    ada = await sales.person('Ada', { managerId: mia });
    await sales.runtime.deploy({ xml: SALE_MODEL, note: 'first', actorId: mia });
    ({ id } = await startDeal(sales, {
      processId: 'sale',
      name: 'Northwind',
      accountId: null,
      accountName: null,
      productId: null,
      ownerId: ada,
      value: 4000,
      currency: 'USD',
      expectedCloseOn: null,
      actorId: ada,
      commandId: 'start-1',
    }));
  });
  const move = async (by: string, from: string, to: string) =>
    moveDeal(sales, {
      id,
      from,
      to,
      reason: 'They sent an order',
      actorId: by,
      scope: (await sales.viewer(by)).scope,
    });
  const seenBy = async (who: string) => getDeal(sales, await sales.viewer(who), id);

  it('offers the tasks of the process, and neither where it stands nor its ends', async () => {
    expect((await seenBy(mia)).moves).toMatchObject([
      { from: 'qualify', targets: [{ nodeId: 'proposal' }, { nodeId: 'approve' }, { nodeId: 'contract' }] },
    ]);
  });

  it('takes it to the task and leaves the one it stood at; the stage between is skipped, not done', async () => {
    sales.clock += 60_000;
    await move(mia, 'qualify', 'contract');
    const deal = await seenBy(mia);
    expect(deal.openTasks.map((task) => task.nodeId)).toEqual(['contract']);
    expect(deal.stages.map((stage) => stage.state)).toEqual(['skipped', 'skipped', 'current']);
    expect(await sales.rows(`select status from task where node_id = 'qualify'`)).toEqual([{ status: 'cancelled' }]);
  });

  it('is told in the timeline and the audit trail, with who and why', async () => {
    sales.clock += 60_000;
    await move(mia, 'qualify', 'contract');
    const { rows } = await dealTimeline(sales, await sales.viewer(ada), { id });
    expect(rows.find((row) => row.kind === 'moved')).toMatchObject({
      actor: { name: 'Mia' },
      elementId: 'contract',
      changes: [{ field: 'reason', after: 'They sent an order' }],
    });
    const [note] = await sales.rows(`select actor_id, before, after from audit where action = 'deal.move'`);
    expect(note).toMatchObject({
      actor_id: mia,
      before: { nodeId: 'qualify' },
      after: { nodeId: 'contract', reason: 'They sent an order' },
    });
  });

  it('refuses when it has moved on in the meantime, and an end or an unknown element as target', async () => {
    await expect(move(mia, 'proposal', 'contract')).rejects.toMatchObject({ code: 'deal-moved-on' });
    await expect(move(mia, 'qualify', 'won')).rejects.toMatchObject({ code: 'not-a-target', place: { field: 'to' } });
    await expect(move(mia, 'qualify', 'nowhere')).rejects.toMatchObject({ code: 'not-a-target' });
    expect((await seenBy(mia)).openTasks.map((task) => task.nodeId)).toEqual(['qualify']);
    expect(await sales.rows(`select 1 from audit where action in ('deal.move', 'instance.move')`)).toEqual([]);
  });

  it('does not find a deal outside what the person may see', async () => {
    const other = await sales.person('Otto', { roles: ['manager'] });
    await expect(move(other, 'qualify', 'contract')).rejects.toMatchObject({ code: 'not-found' });
  });
});
