import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { board } from '../board/board.ts';
import { dealTimeline } from '../deals/dealTimeline.ts';
import { getDeal } from '../deals/getDeal.ts';
import { completeDealTask } from '../deals/completeDealTask.ts';
import { openSales, SALE_MODEL, type TestSales } from '../testing/index.ts';
import { importCrm } from './importCrm.ts';
import { suggestMapping } from './mapping.ts';
import { importStatus, latestImport } from './importRuns.ts';
import { type InputFile, readExport } from './readExport.ts';
import { DIRTY, filesOf } from './testExport.ts';

const MAPPING = {
  processId: 'sale',
  stages: { Won: 'won', Lost: 'lost', Engaging: 'proposal', Prospecting: 'qualify' },
  products: {},
};

eachDatabase('importCrm', (open) => {
  let store: Store;
  let sales: TestSales;
  let admin: string;
  let runs = 0;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await emptyTables(store);
    sales = openSales(store);
    admin = await sales.person('Admin', { roles: ['admin'] });
    await sales.runtime.deploy({ xml: SALE_MODEL, note: 'first', actorId: admin });
  });
  const run = (files: readonly InputFile[], changes: Partial<Parameters<typeof importCrm>[1]> = {}) =>
    importCrm(sales, {
      runId: `run-${++runs}`,
      data: readExport(files),
      mapping: MAPPING,
      actorId: admin,
      ...changes,
    });
  const dealNamed = async (key: string) => {
    const [row] = await sales.rows<{ id: string }>(`select id from deal where external_key = $1`, [`crm:deal:${key}`]);
    return getDeal(sales, await sales.viewer(admin), row?.id ?? '');
  };

  it('makes people with managers and teams, accounts, products and every deal', async () => {
    const report = await run(filesOf(DIRTY));
    expect(report.totals).toEqual({
      deals: 8,
      byStage: { Won: 2, Lost: 2, Engaging: 2, Prospecting: 2 },
      owners: 3,
      wonValue: 5600,
      accounts: 4,
      products: 3,
      people: 5,
    });
    expect([report.created, report.unchanged, report.error]).toEqual([20, 0, null]);
    const people = await sales.rows(
      `select p.name, m.name as manager, t.name as team, p.roles from person p left join person m on m.id = p.manager_id
       left join team t on t.id = p.team_id where p.external_key is not null order by p.name`,
    );
    expect(people).toEqual([
      { name: 'Ada Lin', manager: 'Mia Roth', team: 'Central', roles: ['rep'] },
      { name: 'Bo Chen', manager: 'Mia Roth', team: 'Central', roles: ['rep'] },
      { name: 'Cy Moss', manager: null, team: null, roles: ['rep'] },
      { name: 'Dee Vale', manager: 'Mia Roth', team: 'Central', roles: ['rep'] },
      { name: 'Mia Roth', manager: null, team: 'Central', roles: ['manager'] },
    ]);
  });

  it('gives a won deal the dates of the file, and ticks nothing that the file does not tell', async () => {
    await run(filesOf(DIRTY));
    const deal = await dealNamed('D1');
    expect(deal).toMatchObject({
      name: 'Northwind · GTX Pro',
      status: 'won',
      value: 4700,
      closeValue: 4700,
      createdAt: '2024-01-10T12:00:00.000Z',
      closedAt: '2024-03-05T12:00:00.000Z',
      tokens: [],
      openTasks: [],
      visited: ['start', 'proposal', 'won'],
    });
    expect(deal.stages.map((stage) => stage.state)).toEqual(['skipped', 'skipped', 'skipped']);
    const { rows } = await dealTimeline(sales, await sales.viewer(admin), { id: deal.id });
    expect(rows.map((row) => [row.kind, row.at])).toEqual([
      ['imported', '2026-01-05T09:00:00.000Z'],
      ['ended', '2024-03-05T12:00:00.000Z'],
      ['cancelled', '2024-03-05T12:00:00.000Z'],
      ['stage', '2024-01-10T12:00:00.000Z'],
      ['started', '2024-01-10T12:00:00.000Z'],
    ]);
  });

  it('keeps a lost deal’s value of 0 and closes a deal with crossed dates on its close date', async () => {
    await run(filesOf(DIRTY));
    expect(await dealNamed('D3')).toMatchObject({ status: 'lost', value: 0, closeValue: 0 });
    expect(await dealNamed('D7')).toMatchObject({
      createdAt: '2024-03-01T12:00:00.000Z',
      closedAt: '2024-03-01T12:00:00.000Z',
    });
  });

  it('puts a live deal to its task, its owner’s to work on from now', async () => {
    await run(filesOf(DIRTY));
    const deal = await dealNamed('D4');
    expect(deal).toMatchObject({
      status: 'open',
      stage: 'propose',
      account: null,
      value: null,
      since: '2024-04-01T12:00:00.000Z',
      openTasks: [{ nodeId: 'proposal', assignee: { name: 'Bo Chen' } }],
    });
    const prospect = await dealNamed('D6');
    expect(prospect).toMatchObject({ stage: 'identify', since: '2026-01-05T09:00:00.000Z' });
    expect(prospect.nextTask?.dueAt).toBe('2026-01-05T17:00:00.000Z');
    const bo = await sales.viewer(deal.owner.id);
    const done = await completeDealTask(sales, bo, {
      id: deal.openTasks[0]?.id ?? '',
      values: { deal_value: 77 },
      commandId: 'press',
    });
    expect(done.nextTasks).toMatchObject([{ name: 'Approve' }]);
  });

  it('keeps the words of the file: an unknown product stays what it is until the person maps it', async () => {
    await run(filesOf(DIRTY));
    expect((await dealNamed('D2')).product?.name).toBe('GTXPro');
    await emptyTables(store);
    sales = openSales(store);
    admin = await sales.person('Admin', { roles: ['admin'] });
    await sales.runtime.deploy({ xml: SALE_MODEL, note: 'first', actorId: admin });
    await run(filesOf(DIRTY), { mapping: { ...MAPPING, products: { GTXPro: 'GTX Pro' } } });
    expect((await dealNamed('D2')).product?.name).toBe('GTX Pro');
    expect(
      await sales.rows(`select fields #>> '{source,product}' as word from deal where external_key = 'crm:deal:D2'`),
    ).toEqual([{ word: 'GTXPro' }]);
  });

  it('changes nothing the second time', async () => {
    const first = await run(filesOf(DIRTY));
    const counts = `select (select count(*) from deal) as deals, (select count(*) from history) as history,
      (select count(*) from person) as people, (select max(updated_at) from deal) as updated`;
    const before = await sales.rows(counts);
    sales.clock += 86_400_000;
    const second = await run(filesOf(DIRTY));
    expect([second.created, second.unchanged]).toEqual([0, first.created]);
    expect(second.totals).toEqual(first.totals);
    expect(await sales.rows(counts)).toEqual(before);
  });

  it('reports rows that have changed since, and overwrites none', async () => {
    await run(filesOf(DIRTY));
    const changed = { ...DIRTY, 'deals.csv': (DIRTY['deals.csv'] ?? '').replace('2024-03-05,4700', '2024-03-05,4800') };
    const report = await run(
      filesOf({ ...changed, 'teams.csv': (DIRTY['teams.csv'] ?? '').replace('Ada Lin,Mia Roth', 'Ada Lin,Dee Vale') }),
    );
    expect(report.dirt[0]).toMatchObject({
      kind: 'changed-since-import',
      count: 2,
      examples: [
        { file: 'teams.csv', line: 2 },
        { file: 'deals.csv', line: 2, value: 'D1 (closeValue: 4700 → 4800)' },
      ],
    });
    expect((await dealNamed('D1')).value).toBe(4700);
  });

  it('keeps what was done before a failure, says so, and goes on when run again', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => `X${i},Ada Lin,MG One,Northwind,Won,2024-01-01,2024-02-01,10`);
    const files = filesOf({ ...DIRTY, 'deals.csv': [(DIRTY['deals.csv'] ?? '').split('\n')[0], ...rows].join('\n') });
    const stop = new Error('the disk is full');
    const failing = run(files, {
      onProgress: () => {
        throw stop;
      },
    });
    await expect(failing).rejects.toBe(stop);
    expect(await latestImport(sales.em())).toMatchObject({
      status: 'failed',
      done: 200,
      total: 250,
      report: { error: { en: 'the disk is full', zh: 'the disk is full' }, totals: { deals: 200 } },
    });
    sales.clock += 1000;
    const seen: number[] = [];
    const report = await run(files, { runId: 'again', onProgress: ({ done }) => seen.push(done) });
    expect(report.totals.deals).toBe(250);
    expect(seen).toEqual([200, 250]);
    expect(await importStatus(sales.em(), 'again')).toMatchObject({ status: 'done', done: 250 });
  });

  it.each([
    ['stage-not-mapped', { stages: { Won: 'won' } }],
    ['mapping-task-unknown', { stages: { ...MAPPING.stages, Engaging: 'approved' } }],
    ['mapping-product-unknown', { products: { GTXPro: 'GTX Max' } }],
    ['process-not-deployed', { processId: 'other' }],
  ])('refuses with %s before anything is written', async (code, mapping) => {
    await expect(run(filesOf(DIRTY), { mapping: { ...MAPPING, ...mapping } })).rejects.toMatchObject({
      code,
    });
    expect(await sales.rows(`select count(*) as n from import_run`)).toEqual([{ n: 0 }]);
  });

  it('proposes a mapping from the words of the file', async () => {
    const [row] = await sales.rows<{ id: string }>(`select id from deployment`);
    const graph = await sales.graph(row?.id ?? '');
    expect(suggestMapping(readExport(filesOf(DIRTY)), graph)).toEqual({
      processId: 'sale',
      stages: { Won: 'won', Lost: 'lost', Engaging: 'qualify', Prospecting: 'qualify' },
      products: { GTXPro: 'GTX Pro' },
    });
  });

  it('places deals in the standard sale, whose event subprocess also waits, by the mapping it proposes', async () => {
    const xml = readFileSync(new URL('../../../../processes/standard-sale/process.bpmn', import.meta.url), 'utf8');
    const { deploymentId } = await sales.runtime.deploy({ xml, note: 'template', actorId: admin });
    const data = readExport(filesOf(DIRTY));
    const mapping = suggestMapping(data, await sales.graph(deploymentId));
    expect(mapping.stages).toEqual({ Won: 'won', Lost: 'lost', Engaging: 'Analyse', Prospecting: 'Identify' });
    const report = await run(filesOf(DIRTY), { mapping });
    expect(report.totals.byStage).toEqual({ Won: 2, Lost: 2, Engaging: 2, Prospecting: 2 });
    const shown = await board(sales, await sales.viewer(admin), { status: 'open', processId: mapping.processId });
    expect(shown.columns.map((column) => column.count)).toEqual([2, 2, 0, 0, 0]);
    expect(await sales.rows(`select count(*) as n from job where due_at < $1`, [new Date(sales.clock)])).toEqual([
      { n: 0 },
    ]);
  });

  const folder = process.env['DEALWRIGHT_CRM'];
  describe.skipIf(!folder)('the real export', () => {
    const files = () =>
      ['sales_pipeline', 'accounts', 'products', 'sales_teams'].map((name) => ({
        name: `${name}.csv`,
        bytes: readFileSync(join(folder ?? '', `${name}.csv`)),
      }));

    it(
      'ends with the totals that are known of it, and changes nothing the second time',
      { timeout: 240_000 },
      async () => {
        const report = await run(files());
        expect(report.totals).toEqual({
          deals: 8800,
          byStage: { Won: 4238, Lost: 2473, Engaging: 1589, Prospecting: 500 },
          owners: 30,
          wonValue: 10_005_534,
          accounts: 85,
          products: 8,
          people: 41,
        });
        expect(
          await sales.rows(`select count(*) as n from task where status = 'open' and assignee_id is not null`),
        ).toEqual([{ n: 2089 }]);
        const second = await run(files());
        expect([second.created, second.unchanged]).toEqual([0, report.created]);
        const viewer = await sales.viewer(admin);
        const shown = await board(sales, viewer, { status: 'open' });
        expect(shown.totals.won).toEqual({ count: 4238, value: 10_005_534 });
      },
    );
  });
});
