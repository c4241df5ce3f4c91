import { readFileSync } from 'node:fs';
import { formFields, validateForm } from '@dealwright/bpmn';
import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { board } from '../board/board.ts';
import { completeDealTask } from '../deals/completeDealTask.ts';
import { startDeal } from '../deals/startDeal.ts';
import { openSales, SALE_MODEL, type TestSales } from '../testing/index.ts';
import { countTasks } from '../worklist/listTasks.ts';
import { DEMO_PROCESSES, loadDemo } from './loadDemo.ts';
import { seeded } from './random.ts';
import { removeDemo } from './removeDemo.ts';

const template = (name: string) =>
  readFileSync(new URL(`../../../../processes/${name}/process.bpmn`, import.meta.url), 'utf8');

eachDatabase('demo', (open) => {
  let store: Store;
  let sales: TestSales;
  let boss: string;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await emptyTables(store);
    sales = openSales(store);
    boss = await sales.person('Boss', { roles: ['manager'] });
    for (const name of ['standard-sale', 'inbound-fast-sale'])
      await sales.runtime.deploy({ xml: template(name), note: 'template', actorId: boss });
  });
  const load = () => loadDemo({ ...sales, random: seeded(7) }, { actorId: boss });
  const everything = async () => {
    const tables = ['person', 'team', 'account', 'product', 'deal', 'instance', 'task', 'worklist', 'job', 'position'];
    const counts = [...tables, 'subscription', 'history', 'command_log'].map(
      (table) => `(select count(*) from ${table}) as "${table}"`,
    );
    return (await sales.rows(`select ${counts.join(', ')}`))[0];
  };

  it('loads a year of a team’s deals that its manager’s manager sees, and never twice', async () => {
    expect(await load()).toEqual({ people: 6, deals: 60 });
    const viewer = await sales.viewer(boss);
    const shown = await board(sales, viewer, { status: 'open', processId: DEMO_PROCESSES.standard });
    expect(shown.totals.open.count).toBe(15);
    expect(shown.totals.won.count).toBeGreaterThan(5);
    expect(shown.totals.lost.count).toBeGreaterThan(3);
    expect(shown.columns.every((column) => column.count > 0)).toBe(true);
    await expect(load()).rejects.toMatchObject({ code: 'demo-loaded' });
    expect(await sales.rows(`select count(*) as n from deal where demo`)).toEqual([{ n: 60 }]);
  });

  it('leaves work to do: open tasks, some late, none without anybody', async () => {
    await load();
    const tasks = await sales.rows<{ n: number; late: number; today: number }>(
      `select count(*) as n, count(*) filter (where due_at < $1) as late,
              count(*) filter (where due_at between $1 and $2) as today
       from task where status = 'open'`,
      [new Date(sales.clock), new Date(sales.clock + 86_400_000)],
    );
    expect(tasks[0]?.n).toBe(18);
    expect(tasks[0]?.late).toBeGreaterThan(2);
    expect(tasks[0]?.today).toBeGreaterThan(0);
    const counts = await countTasks(sales, await sales.viewer(boss));
    expect(counts.team).toBe(18);
    expect(await sales.rows(`select count(*) as n from incident`)).toEqual([{ n: 0 }]);
  });

  it('enters only what the forms of the templates accept', async () => {
    await load();
    const done = await sales.rows<{ deploymentId: string; nodeId: string; values: Record<string, unknown> }>(
      `select i.deployment_id as "deploymentId", h.element_id as "nodeId", h.detail->'variables' as values
       from history h join instance i on i.id = h.instance_id where h.type = 'leave' and h.detail ? 'variables'`,
    );
    expect(done.length).toBeGreaterThan(200);
    for (const { deploymentId, nodeId, values } of done) {
      const graph = await sales.graph(deploymentId);
      const form = graph.nodes[graph.nodeIndex.get(nodeId) ?? -1]?.business.form;
      if (!form) continue;
      const keys = new Set(formFields(form).map((field) => field.key));
      const entered = Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key) || key !== 'amount'));
      const errors = await sales.evaluator.settle(sales.clock, (env) =>
        validateForm(form, entered, { isHidden: (when, given) => env.evaluate(when, given as never) === true }),
      );
      expect(errors, nodeId).toEqual([]);
    }
  });

  it('plants its bottleneck at the discount approval', async () => {
    await load();
    const [approval] = await sales.rows<{ hours: number; n: number }>(
      `select percentile_cont(0.5) within group (order by extract(epoch from l.at - e.at) / 3600) as hours, count(*) as n
       from history e join history l on l.instance_id = e.instance_id and l.token = e.token and l.element_id = e.element_id
       where e.element_id = 'Approve' and e.type = 'enter' and l.type = 'leave'`,
    );
    expect(approval?.n).toBeGreaterThan(5);
    expect(approval?.hours).toBeGreaterThan(40);
  });

  it('can be worked on like any other deal', async () => {
    await load();
    const [task] = await sales.rows<{ id: string; who: string }>(
      `select id, assignee_id as who from task where status = 'open' and node_id = 'Collect' limit 1`,
    );
    const rep = await sales.viewer(task?.who ?? '');
    const done = await completeDealTask(sales, rep, {
      id: task?.id ?? '',
      values: { payment_result: 'paid' },
      commandId: 'press',
    });
    expect(done).toMatchObject({ finished: true, outcome: 'won' });
  });

  it('goes without a trace, and can come again', async () => {
    const before = await everything();
    await load();
    await removeDemo(sales, { actorId: boss });
    expect(await everything()).toEqual(before);
    expect(await sales.rows(`select distinct action from audit where subject_type in ('deal', 'instance')`)).toEqual(
      [],
    );
    await load();
    await removeDemo(sales, { actorId: boss });
    expect(await everything()).toEqual(before);
    await removeDemo(sales, { actorId: boss });
  });

  it('leaves what is real: a deal, its account, and the demo person who has come to own it', async () => {
    await sales.runtime.deploy({ xml: SALE_MODEL, note: 'own', actorId: boss });
    await load();
    const [rep] = await sales.rows<{ id: string }>(`select id from person where name = 'Sophie Martin'`);
    const [account] = await sales.rows<{ id: string }>(`select id from account where name = 'Vela Energy'`);
    const { id } = await startDeal(sales, {
      processId: 'sale',
      name: 'Real',
      accountId: account?.id ?? '',
      accountName: null,
      productId: null,
      ownerId: boss,
      value: 1,
      currency: 'USD',
      expectedCloseOn: null,
      actorId: boss,
      commandId: 'real',
    });
    await sales.rows(`update deal set owner_id = $1 where id = $2`, [rep?.id ?? '', id]);
    const [task] = await sales.rows<{ id: string }>(
      `select t.id from task t join deal d on d.instance_id = t.instance_id where d.id = $1`,
      [id],
    );
    await sales.runtime.assign({ taskId: task?.id ?? '', assigneeId: rep?.id ?? '', actorId: boss });
    await removeDemo(sales, { actorId: boss });
    expect(await sales.rows(`select name, demo from deal`)).toEqual([{ name: 'Real', demo: false }]);
    expect(await sales.rows(`select name, demo from account`)).toEqual([{ name: 'Vela Energy', demo: false }]);
    expect(await sales.rows(`select name, demo, active from person where id <> $1`, [boss])).toEqual([
      { name: 'Sophie Martin', demo: false, active: false },
    ]);
    expect(await sales.rows(`select principal from worklist`)).toEqual([{ principal: 'r:manager' }]);
    // somebody who stayed had kept the address, and the demo could not be loaded again
    await load();
    expect(await sales.rows(`select active from person where name = 'Sophie Martin' order by active`)).toHaveLength(2);
  });

  it('refuses when a template is not deployed', async () => {
    await emptyTables(store);
    await expect(load()).rejects.toMatchObject({ code: 'process-not-deployed' });
  });
});
