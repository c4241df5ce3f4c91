import { completeDealTask, startDeal } from '@dealwright/sales';
import { openSales, SALE_MODEL, type TestSales } from '@dealwright/sales/testing';
import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { processView, type ProcessViewRequest } from './processView.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

eachDatabase('processView', (open) => {
  let store: Store;
  let sales: TestSales;
  let mia: string;
  let ada: string;
  let bo: string;
  let deploymentId: string;
  let ids = 0;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await emptyTables(store);
    sales = openSales(store);
    mia = await sales.person('Mia', { roles: ['manager'] });
    ada = await sales.person('Ada', { managerId: mia });
    bo = await sales.person('Bo', { managerId: mia });
    ({ deploymentId } = await sales.runtime.deploy({ xml: SALE_MODEL, note: 'first', actorId: mia }));
  });

  /** Starts a deal and does its tasks, each some hours after it came: [element, hours, values]. */
  async function deal(
    ownerId: string,
    steps: readonly (readonly [string, number, Record<string, string | number | boolean>])[],
    value = 100,
  ): Promise<string> {
    const began = sales.clock;
    const { instanceId } = await startDeal(sales, {
      processId: 'sale',
      name: `Deal ${++ids}`,
      accountId: null,
      accountName: null,
      productId: null,
      ownerId,
      value,
      currency: 'USD',
      expectedCloseOn: null,
      actorId: ownerId,
      commandId: `start-${ids}`,
    });
    for (const [nodeId, hours, values] of steps) {
      sales.clock += hours * HOUR;
      const [task] = await sales.rows<{ id: string; assignee: string }>(
        `select id, coalesce(assignee_id, $3) as assignee from task where instance_id = $1 and node_id = $2 and status = 'open'`,
        [instanceId, nodeId, mia],
      );
      const viewer = await sales.viewer(task?.assignee ?? '');
      await completeDealTask(sales, viewer, { id: task?.id ?? '', values, commandId: `press-${++ids}` });
    }
    sales.clock = began;
    return instanceId;
  }
  const view = async (changes: Partial<ProcessViewRequest> = {}) =>
    processView({
      em: store.em(),
      graph: await sales.graph(deploymentId),
      drawnDeploymentId: deploymentId,
      processId: 'sale',
      owners: null,
      now: sales.clock + 100 * DAY,
      ...changes,
    });
  const won = [
    ['qualify', 2, { fit: true }],
    ['proposal', 24, { deal_value: 500, discount: 4 }],
    ['approve', 1, { approved: true }],
    ['contract', 10, { signed: true }],
  ] as const;
  const kpiOf = (figures: Awaited<ReturnType<typeof view>>, id: string) =>
    [...figures.processKpis, ...figures.elements.flatMap((element) => element.kpis)].find((kpi) => kpi.id === id);

  it('has nothing to say of an empty process, and says so', async () => {
    const figures = await view();
    expect(figures.totals).toEqual({ started: 0, open: 0, won: 0, lost: 0, wonValue: 0 });
    expect(figures.currency).toBe('USD');
    expect(kpiOf(figures, 'k_win')).toMatchObject({ actual: null, n: 0, low: null, state: 'noData' });
    expect(figures.stages.map((stage) => [stage.entered, stage.conversion])).toEqual([
      [0, null],
      [0, null],
      [0, null],
    ]);
  });

  it('answers for a drawing without any KPI, which asks for no clock', async () => {
    const bare = SALE_MODEL.replaceAll(/<dw:kpi\b[^>]*?(\/>|>[\s\S]*?<\/dw:kpi>)/g, '');
    ({ deploymentId } = await sales.runtime.deploy({ xml: bare, note: 'no KPIs', actorId: mia }));
    await deal(ada, []);
    expect((await view()).elements.flatMap((element) => element.kpis)).toEqual([]);
    expect((await view()).totals).toMatchObject({ started: 1, open: 1 });
  });

  it('counts what stands, came and went, and what flows were taken', async () => {
    await deal(ada, won);
    await deal(ada, [['qualify', 20, { fit: false }]]);
    await deal(bo, [['qualify', 4, { fit: true }]], 300);
    const figures = await view();
    const at = (id: string) => figures.elements.find((element) => element.nodeId === id);
    expect(at('qualify')).toMatchObject({ standing: 0, entered: 3, left: 3, medianHours: 4 });
    expect(at('proposal')).toMatchObject({ standing: 1, standingValue: 300, entered: 2, left: 1, medianHours: 24 });
    expect(figures.flows.find((flow) => flow.flowId === 'f_fit')?.taken).toBe(2);
    expect(figures.totals).toEqual({ started: 3, open: 1, won: 1, lost: 0, wonValue: 500 });
  });

  it('follows the cohort from stage to stage, open deals left out until they have got further', async () => {
    await deal(ada, won);
    await deal(ada, [['qualify', 20, { fit: false }]]);
    await deal(bo, [['qualify', 4, { fit: true }]], 300);
    await deal(bo, []);
    const { stages } = await view();
    expect(stages.map(({ id, entered, standing, standingValue }) => [id, entered, standing, standingValue])).toEqual([
      ['identify', 4, 1, 100],
      ['propose', 2, 1, 300],
      ['close', 1, 0, 0],
    ]);
    // identify: two of three that have been decided; propose: one of one, the other is still open
    expect(stages.map((stage) => stage.conversion)).toEqual([2 / 3, 1, 1]);
  });

  it('measures each kind of KPI with numerator and denominator', async () => {
    await deal(ada, won);
    await deal(ada, [
      ['qualify', 6, { fit: true }],
      ['proposal', 48, { deal_value: 200, discount: 20 }],
      ['approve', 1, { approved: false }],
      ['proposal', 5, { deal_value: 200, discount: 8 }],
      ['approve', 1, { approved: true }],
      ['contract', 10, { signed: false, loss_reason: 'price' }],
    ]);
    await deal(bo, [['qualify', 20, { fit: false }]]);
    const figures = await view();
    const of = (id: string) => {
      const { actual, numerator, denominator, n } = kpiOf(figures, id) ?? {};
      return [actual, numerator, denominator, n];
    };
    const third = expect.closeTo(200 / 3, 6) as number;
    expect(of('k_win')).toEqual([50, 1, 2, 2]);
    expect(of('k_here')).toEqual([50, 1, 2, 2]);
    expect(of('k_sla')).toEqual([third, 2, 3, 3]);
    expect(of('k_conv')).toEqual([third, 2, 3, 3]);
    expect(of('k_fit')).toEqual([third, 2, 3, 3]);
    // the first visit counts, the loop does not make it longer: 24 h and 48 h
    expect(of('k_time')).toEqual([1.5, 72, 2, 2]);
    expect(of('k_rework')).toEqual([expect.closeTo(100 / 3, 6), 1, 3, 3]);
    // the latest value of each deal: 4 and 8
    expect(of('k_discount')).toEqual([6, 12, 2, 2]);
    expect(of('k_done')).toEqual([2, 2, 1, 2]);
    expect(of('k_cycle')).toEqual([expect.closeTo(37 / 24, 6), 37, 1, 1]);
  });

  it('calls a few cases unclear and many met or missed', async () => {
    for (let i = 0; i < 3; i += 1) await deal(ada, [['qualify', 1, { fit: true }]]);
    expect(kpiOf(await view(), 'k_sla')).toMatchObject({ actual: 100, n: 3, state: 'unclear' });
    for (let i = 0; i < 17; i += 1) await deal(ada, [['qualify', 1, { fit: true }]]);
    expect(kpiOf(await view(), 'k_sla')).toMatchObject({ actual: 100, n: 20, high: 100, state: 'met' });
    expect(kpiOf(await view(), 'k_sla')?.low).toBeCloseTo(83.9, 1);
  });

  it('counts what is overdue and still there as a miss, and what is not due yet not at all', async () => {
    await deal(ada, [['qualify', 1, { fit: true }]]);
    await deal(ada, []);
    expect(kpiOf(await view({ now: sales.clock + 4 * HOUR }), 'k_sla')).toMatchObject({ numerator: 1, denominator: 1 });
    expect(kpiOf(await view({ now: sales.clock + 9 * HOUR }), 'k_sla')).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('holds a task to the deadline it was given, not to the age of its deal', async () => {
    await deal(ada, []);
    await sales.rows(`update open_task set due_at = due_at + interval '20 hours'`);
    expect(kpiOf(await view({ now: sales.clock + 9 * HOUR }), 'k_sla')).toMatchObject({
      denominator: 0,
      state: 'noData',
    });
    expect(kpiOf(await view({ now: sales.clock + 40 * HOUR }), 'k_sla')).toMatchObject({
      numerator: 0,
      denominator: 1,
    });
  });

  it('does not count a deal that was moved as work done, nor where it only passed', async () => {
    const instanceId = await deal(ada, []);
    const token = async () =>
      (await sales.rows<{ token: number }>(`select token from position where instance_id = $1`, [instanceId]))[0]
        ?.token ?? 0;
    await sales.runtime.move({ instanceId, token: await token(), to: 'proposal', actorId: mia });
    sales.clock += DAY;
    await sales.runtime.move({ instanceId, token: await token(), to: 'won', actorId: mia });
    const figures = await view();
    const at = (id: string) => figures.elements.find((element) => element.nodeId === id);
    expect(at('qualify')).toMatchObject({ entered: 0, left: 0 });
    expect(at('proposal')).toMatchObject({ entered: 1, left: 0, medianHours: null });
    expect(kpiOf(figures, 'k_time')).toMatchObject({ n: 0, state: 'noData' });
    expect(kpiOf(figures, 'k_win')).toMatchObject({ numerator: 1, n: 1 });
  });

  it('keeps to the period, the version and the owners asked for', async () => {
    await deal(ada, won);
    sales.clock += 10 * DAY;
    await deal(bo, []);
    const started = async (changes: Partial<ProcessViewRequest>) => (await view(changes)).totals.started;
    expect(await started({ from: '2026-01-06' })).toBe(1);
    expect(await started({ to: '2026-01-05' })).toBe(1);
    expect(await started({ from: '2026-01-05', to: '2026-01-15' })).toBe(2);
    expect(await started({ owners: [bo] })).toBe(1);
    expect(await started({ owners: [] })).toBe(0);
    const second = await sales.runtime.deploy({
      xml: SALE_MODEL.replace('name="Sale"', 'name="Sale 2"'),
      note: 'second',
      actorId: mia,
    });
    expect(await started({ deploymentId: second.deploymentId })).toBe(0);
    expect(await started({ deploymentId })).toBe(2);
  });
});
