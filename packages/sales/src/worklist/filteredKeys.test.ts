import type { Store } from '@dealwright/store';
import { eachDatabase } from '@dealwright/store/testing';
import { beforeAll, expect, it } from 'vitest';
import { openSales, SALE_MODEL, type TestSales } from '../testing/index.ts';
import type { Viewer } from '../Viewer.ts';
import { listTasks } from './listTasks.ts';
import type { TaskView } from './TaskRow.ts';

const TASKS = 1500;

/** Lists longer than what is looked through first, so that each way to find something is taken. */
eachDatabase('a long worklist, filtered', (open) => {
  let store: Store;
  let sales: TestSales;
  let viewer: Viewer;
  beforeAll(async () => {
    store = await open();
    sales = openSales(store);
    const ada = await sales.person('Ada', { roles: ['rep'], groups: ['north'] });
    viewer = await sales.viewer(ada);
    const { deploymentId } = await sales.runtime.deploy({ xml: SALE_MODEL, note: '', actorId: ada });
    // every fifth is Ada's; the others are on a group's or a role's list; every third is due at the same moment
    const n = 'n, lpad(n::text, 4, $$0$$) as id';
    const each = (sql: string) => sales.rows(`with n as (select ${n} from generate_series(1, ${TASKS}) n) ${sql}`);
    const process = `case when n % 300 = 299 then 'rare' else 'sale' end`;
    await each(`insert into instance (id, deployment_id, process_id, status, state, revision, started_at)
      select 'i' || id, '${deploymentId}', ${process}, 'active', '{}', 1, now() from n`);
    await sales.rows(`insert into account (id, name, created_at) values ('a', 'Northwind 北风', now())`);
    await each(`insert into account (id, name, created_at) select 'c' || id, 'Chain ' || id, now() from n
      where n between 10 and 129`);
    await each(`insert into deal (id, name, account_id, owner_id, instance_id, created_at, updated_at)
      select 'd' || id, case when n % 2 = 0 then 'Even' else 'Odd' end || ' deal ' || id
          || case when n in (5, 800, 870) then ' 华为技术' else '' end || case when n > 300 then ' late' else '' end,
        case when n in (7, 899) then 'a' when n between 10 and 129 then 'c' || id end, '${ada}', 'i' || id, now(), now() from n`);
    await each(`insert into open_task (id, instance_id, token, deployment_id, process_id, node_id, assignee_id, created_at,
        due_at)
      select 'i' || id || ':1', 'i' || id, 1, '${deploymentId}', ${process}, 'qualify',
        case when n % 5 = 0 then '${ada}' end, now(),
        '2026-01-05T09:00:00Z'::timestamptz + (n - n % 3 - 600) * interval '1 minute' from n`);
    await each(`insert into offered_task (principal, due, task_id)
      select case when n % 5 < 3 then 'g:north' else 'r:rep' end,
        '2026-01-05T09:00:00Z'::timestamptz + (n - n % 3 - 600) * interval '1 minute', 'i' || id || ':1'
      from n where n % 5 > 0`);
  }, 60_000);

  /** what a look at every row of the view finds, in its order */
  const naive = async (view: TaskView, condition: string) => {
    const of = {
      mine: 't.assignee_id is not null',
      unclaimed: 't.assignee_id is null',
      overdue: `t.due_at < '2026-01-05T09:00:00Z'`,
    }[view as 'mine'];
    const rows = await sales.rows<{ id: string }>(
      `select t.id from open_task t join deal d on d.instance_id = t.instance_id left join account a on a.id = d.account_id
       where ${of} and ${condition} order by t.due_at, t.id`,
    );
    return rows.map(({ id }) => id);
  };
  const paged = async (view: TaskView, filter: { search?: string; processId?: string }) => {
    const ids: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await listTasks(sales, viewer, { view, limit: 40, ...filter, ...(cursor ? { cursor } : {}) });
      ids.push(...page.rows.map(({ id }) => id));
      cursor = page.cursor;
    }
    return ids;
  };

  it.each([
    ['every second', { search: 'even' }, `d.name ilike '%even%'`],
    ['three of them, by two characters', { search: '华为' }, `d.name like '%华为%'`],
    ['three of them, by four characters', { search: '华为技术' }, `d.name like '%华为技术%'`],
    ['more than are rare, and none of them among the first', { search: 'LATE' }, `d.name like '% late'`],
    ['those of more accounts than are compared one by one', { search: 'chain' }, `a.name like 'Chain%'`],
    ['two of them, by their account', { search: 'wind 北' }, `a.name like '%wind 北%'`],
    ['one of them', { search: 'DEAL 0872' }, `d.name like '%0872%'`],
    ['those with a letter', { search: '7' }, `d.name like '%7%'`],
    ['none', { search: 'nobody' }, 'false'],
    ['none: a sign of patterns means itself', { search: '_%' }, 'false'],
    ['those of a rare process', { processId: 'rare' }, `t.process_id = 'rare'`],
    ['those of a common process', { processId: 'sale' }, `t.process_id = 'sale'`],
    ['both filters', { processId: 'rare', search: 'odd' }, `t.process_id = 'rare' and d.name like 'Odd%'`],
    ['both filters, none', { processId: 'sale', search: '0299' }, 'false'],
  ] as const)('finds %s, each once and in order, on every view', async (_, filter, condition) => {
    for (const view of ['mine', 'unclaimed', 'overdue'] as const)
      expect(await paged(view, filter), view).toEqual(await naive(view, condition));
  });
});
