import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { completeDealTask } from '../deals/completeDealTask.ts';
import { startDeal } from '../deals/startDeal.ts';
import { openSales, SALE_MODEL, type TestSales } from '../testing/index.ts';
import { board, boardColumn, COLUMN_CARDS } from './board.ts';
import { lookups } from './lookups.ts';
import { searchDeals } from './searchDeals.ts';

eachDatabase('board', (open) => {
  let store: Store;
  let sales: TestSales;
  let mia: string;
  let ada: string;
  let bo: string;
  let count = 0;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await emptyTables(store);
    sales = openSales(store);
    mia = await sales.person('Mia', { roles: ['manager'] });
    ada = await sales.person('Ada', { managerId: mia });
    bo = await sales.person('Bo');
    await sales.runtime.deploy({ xml: SALE_MODEL, note: 'first', actorId: mia });
  });
  const start = (ownerId: string, name: string, value: number | null, currency = 'USD') =>
    startDeal(sales, {
      processId: 'sale',
      name,
      accountId: null,
      accountName: null,
      productId: null,
      ownerId,
      value,
      currency,
      expectedCloseOn: null,
      actorId: ownerId,
      commandId: `start-${++count}`,
    });
  const disqualify = async (instanceId: string) =>
    completeDealTask(sales, await sales.viewer(ada), {
      id: (await sales.rows<{ id: string }>(`select id from task where instance_id = $1`, [instanceId]))[0]?.id ?? '',
      values: { fit: false },
      commandId: `press-${++count}`,
    });

  it('shows a column for each stage with count and sum, the largest deal first', async () => {
    await start(ada, 'Small', 10);
    await start(ada, 'Large', 900);
    await start(ada, 'Unknown', null);
    const shown = await board(sales, await sales.viewer(ada), { status: 'open' });
    expect(shown).toMatchObject({ processId: 'sale', currency: 'USD' });
    expect(shown.processes).toEqual([
      { processId: 'sale', name: 'Sale', labels: { en: 'Sale', zh: '销售' }, openDeals: 3 },
    ]);
    expect(shown.columns.map((column) => [column.stage, column.count, column.sum])).toEqual([
      ['identify', 3, 910],
      ['propose', 0, 0],
      ['close', 0, 0],
    ]);
    expect(shown.columns[0]?.cards.map((card) => card.name)).toEqual(['Large', 'Small', 'Unknown']);
    expect(shown.columns[0]?.cards[0]).toMatchObject({
      status: 'open',
      owner: { name: 'Ada' },
      since: '2026-01-05T09:00:00.000Z',
      nextTask: { name: 'Qualify' },
      hasIncident: false,
    });
  });

  it('shows a rep their own, a manager the team’s, and lets no filter widen that', async () => {
    await start(ada, 'Ada’s', 1);
    await start(bo, 'Bo’s', 1);
    const open = async (who: string, more: object = {}) =>
      (await board(sales, await sales.viewer(who), { status: 'open', ...more })).totals.open.count;
    expect([await open(ada), await open(bo), await open(mia)]).toEqual([1, 1, 1]);
    expect(await open(mia, { ownerId: bo })).toBe(0);
    expect(await open(mia, { ownerId: ada })).toBe(1);
    expect(await open(mia, { search: 'bo' })).toBe(0);
    expect((await searchDeals(sales, await sales.viewer(mia), 's')).map((card) => card.name)).toEqual(['Ada’s']);
  });

  it('counts a disqualified deal as neither won nor lost', async () => {
    const { instanceId } = await start(ada, 'Unfit', 50);
    await disqualify(instanceId);
    const shown = await board(sales, await sales.viewer(ada), { status: 'ended' });
    expect(shown.totals).toEqual({
      open: { count: 0, value: 0 },
      won: { count: 0, value: 0 },
      lost: { count: 0, value: 0 },
      ended: { count: 1, value: 50 },
    });
    expect(shown.columns).toMatchObject([{ stage: null, count: 1, cards: [{ name: 'Unfit', status: 'ended' }] }]);
  });

  it('adds up only deals in the currency of most', async () => {
    await start(ada, 'A', 10);
    await start(ada, 'B', 20);
    await start(ada, 'C', 5000, 'JPY');
    const { totals } = await board(sales, await sales.viewer(ada), { status: 'open' });
    expect(totals.open).toEqual({ count: 3, value: 30 });
  });

  it('gives the rest of a long column by its cursor, none twice', async () => {
    for (let i = 0; i < COLUMN_CARDS + 3; i += 1) await start(ada, `D${i}`, i % 4);
    const viewer = await sales.viewer(ada);
    const [first] = (await board(sales, viewer, { status: 'open' })).columns;
    expect(first?.cards).toHaveLength(COLUMN_CARDS);
    const rest = await boardColumn(sales, viewer, {
      status: 'open',
      stage: 'identify',
      ...(first?.cursor ? { cursor: first.cursor } : {}),
    });
    expect(rest.cursor).toBeNull();
    const all = [...(first?.cards ?? []), ...rest.rows].map((card) => card.id);
    expect(new Set(all).size).toBe(COLUMN_CARDS + 3);
  });

  it('offers the deployed processes and the active people to pickers', async () => {
    const found = await lookups(sales, await sales.viewer(ada));
    expect(found.processes).toEqual([
      { processId: 'sale', name: 'Sale', labels: { en: 'Sale', zh: '销售' }, version: 1 },
    ]);
    expect(found.people.map((person) => person.name)).toEqual(['Ada', 'Bo', 'Mia']);
  });

  it('is empty, and says so, where nothing is deployed', async () => {
    await emptyTables(store);
    const viewer = { id: 'x', roles: [], principals: [], scope: { kind: 'all' } } as const;
    expect(await board(sales, viewer, { status: 'open' })).toMatchObject({ processId: null, columns: [] });
  });
});
