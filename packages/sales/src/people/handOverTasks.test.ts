import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { completeDealTask } from '../deals/completeDealTask.ts';
import { startDeal } from '../deals/startDeal.ts';
import { openSales, SALE_MODEL, type TestSales } from '../testing/index.ts';
import { createPerson, updatePerson } from './savePerson.ts';

eachDatabase('handOverTasks', (open) => {
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
  });
  const begin = async (xml: string, ownerId = ada) => {
    await sales.runtime.deploy({ xml, note: '', actorId: mia });
    return startDeal(sales, {
      processId: 'sale',
      name: 'Deal',
      accountId: null,
      accountName: null,
      productId: null,
      value: 4000,
      currency: 'USD',
      expectedCloseOn: null,
      actorId: ownerId,
      ownerId,
      commandId: `start-${++press}`,
    });
  };
  const complete = async (by: string, nodeId: string, values: Record<string, string | number | boolean> = {}) =>
    completeDealTask(sales, await sales.viewer(by), {
      id: await sales.openTask(nodeId),
      values,
      commandId: `press-${++press}`,
    });
  const leave = (id: string) => updatePerson(sales, { id, changes: { active: false }, actorId: null });
  const task = async () => {
    const [row] = await sales.rows(
      `select assignee_id as assignee, candidates, approve,
              (select array_agg(principal order by principal) from worklist w where w.task_id = t.id) as listed
       from task t where status = 'open'`,
    );
    return row;
  };
  /** everybody in the group must approve */
  const together = SALE_MODEL.replace(
    /<bpmn:userTask id="qualify"([^>]*)>\s*<bpmn:extensionElements>/,
    '<bpmn:userTask id="qualify"$1><bpmn:extensionElements><dw:assignment rule="group" value="board" approve="all" />',
  );

  it('the tasks of a rep who left stayed with them; now they are their manager’s', async () => {
    await begin(SALE_MODEL);
    await leave(ada);
    expect(await task()).toMatchObject({ assignee: mia, candidates: [`p:${mia}`, 'r:manager'], listed: [`p:${mia}`] });
    expect(await sales.rows(`select before, after from audit where action = 'task.assign'`)).toHaveLength(1);
    await complete(mia, 'qualify', { fit: true });
  });

  it('with no manager left, all managers see them', async () => {
    await begin(SALE_MODEL);
    await leave(mia);
    await leave(ada);
    expect(await task()).toMatchObject({ assignee: null, candidates: ['r:manager'], listed: ['r:manager'] });
  });

  it('a task claimed from a group goes back to it; one of a group that is now empty to a manager', async () => {
    const xml = together.replace(' approve="all"', '');
    const lex = await sales.person('Lex', { groups: ['board'] });
    const lou = await sales.person('Lou', { groups: ['board'], managerId: mia });
    await begin(xml);
    await sales.runtime.claim({ taskId: await sales.openTask('qualify'), actorId: lex });
    await leave(lex);
    expect(await task()).toMatchObject({ assignee: null, candidates: ['g:board'], listed: ['g:board'] });
    await leave(lou);
    expect(await task()).toMatchObject({ assignee: mia, listed: [`p:${mia}`] });
  });

  it('all of a group were asked to approve, and the first one’s word was enough', async () => {
    const lex = await sales.person('Lex', { groups: ['board'] });
    const lou = await sales.person('Lou', { groups: ['board'] });
    await begin(together);
    expect(await task()).toMatchObject({ approve: 'all', listed: [`p:${lex}`, `p:${lou}`].toSorted() });
    await expect(complete(mia, 'qualify')).rejects.toMatchObject({ code: 'forbidden' });
    await complete(lex, 'qualify', { fit: true });
    expect(await sales.openTask('qualify')).not.toBe('');
    await complete(lou, 'qualify', { fit: true });
    expect(await sales.rows(`select 1 from task where status = 'open' and node_id = 'qualify'`)).toEqual([]);
  });

  it('an approver who left could never approve, and nobody for them', async () => {
    const lex = await sales.person('Lex', { groups: ['board'] });
    const lou = await sales.person('Lou', { groups: ['board'], managerId: mia });
    await begin(together);
    await complete(lex, 'qualify', { fit: true });
    await leave(lou);
    expect(await task()).toMatchObject({ approve: 'all', listed: [`p:${mia}`] });
    await complete(mia, 'qualify', { fit: true });
  });

  it('somebody of the demo got real tasks of a group', async () => {
    const xml = together.replace(' approve="all"', '');
    const demo = { email: 'helen@demo.example', managerId: null, teamName: null, actorId: null, demo: true } as const;
    const { id: helen } = await createPerson(sales, { ...demo, name: 'Helen', roles: ['rep'], groups: ['board'] });
    await begin(xml);
    expect(await task()).toMatchObject({ candidates: ['r:manager'] });
    expect((await sales.viewer(helen)).principals).toEqual([`p:${helen}`, 'g:demo/board', 'r:demo/rep']);
    await sales.rows(`delete from offered_task`);
    await sales.rows(`delete from open_task`);
    await begin(xml, helen);
    expect(await task()).toMatchObject({ candidates: ['g:demo/board'], listed: ['g:demo/board'] });
  });
});
