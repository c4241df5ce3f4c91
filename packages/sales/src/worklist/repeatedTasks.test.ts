import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { completeDealTask } from '../deals/completeDealTask.ts';
import { dealTimeline } from '../deals/dealTimeline.ts';
import { getDeal } from '../deals/getDeal.ts';
import { startDeal } from '../deals/startDeal.ts';
import { openSales, type TestSales } from '../testing/index.ts';
import { getTask } from './getTask.ts';
import { listTasks } from './listTasks.ts';

const form = JSON.stringify({
  type: 'default',
  components: [
    { type: 'textfield', key: 'approver', label: 'For', disabled: true },
    { type: 'checkbox', key: 'ok', label: 'Approved' },
  ],
});

/** All of a list of people must say yes (会签): a task for each, and two whose lists differ need no two drawings. */
const COUNTERSIGNED = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:bpmn:1"
  id="defs" targetNamespace="urn:test">
<bpmn:process id="sale" name="Sale" isExecutable="true">
  <bpmn:startEvent id="start" />
  <bpmn:userTask id="sign" name="Sign">
    <bpmn:extensionElements>
      <dw:assignment rule="expression" value="=approver" /><dw:form>${form}</dw:form>
    </bpmn:extensionElements>
    <bpmn:multiInstanceLoopCharacteristics dw:collection='=["ada@example.com", "bo@example.com"]' dw:item="approver" />
  </bpmn:userTask>
  <bpmn:endEvent id="end" />
  <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="sign" />
  <bpmn:sequenceFlow id="f3" sourceRef="sign" targetRef="end" />
</bpmn:process>
</bpmn:definitions>`;

eachDatabase('a task for each entry of a list', (open) => {
  let store: Store;
  let sales: TestSales;
  let ada: string;
  let bo: string;
  let id: string;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await emptyTables(store);
    sales = openSales(store);
    const mia = await sales.person('Mia', { roles: ['manager'] });
    ada = await sales.person('Ada', { managerId: mia });
    bo = await sales.person('Bo', { managerId: mia });
    await sales.runtime.deploy({ xml: COUNTERSIGNED, note: 'first', actorId: mia });
    ({ id } = await startDeal(sales, {
      processId: 'sale',
      name: 'Northwind',
      accountId: null,
      accountName: null,
      productId: null,
      ownerId: ada,
      value: null,
      currency: 'USD',
      expectedCloseOn: null,
      actorId: ada,
      commandId: 'start-1',
    }));
  });
  const mine = async (who: string) =>
    (await listTasks(sales, await sales.viewer(who), { view: 'mine', limit: 10 })).rows;

  it('goes to the person of its entry, and says which one it is', async () => {
    expect(sales.fallbacks).toEqual([]);
    expect(await mine(ada)).toMatchObject([{ name: 'Sign', turn: 1, item: 'ada@example.com' }]);
    expect(await mine(bo)).toMatchObject([{ name: 'Sign', turn: 2, item: 'bo@example.com' }]);
    expect((await getDeal(sales, await sales.viewer(ada), id)).openTasks).toMatchObject([
      { nodeId: 'sign', turn: 1, item: 'ada@example.com', assignee: { name: 'Ada' } },
      { nodeId: 'sign', turn: 2, item: 'bo@example.com', assignee: { name: 'Bo' } },
    ]);
  });

  it('its form begins with its own entry', async () => {
    const [task] = await mine(bo);
    const detail = await getTask(sales, await sales.viewer(bo), task?.id ?? '');
    expect(detail).toMatchObject({ values: { approver: 'bo@example.com' }, turn: 2, item: 'bo@example.com' });
  });

  it('the timeline tells of each, and the deal offers no move for one of several', async () => {
    for (const who of [bo, ada]) {
      const [task] = await mine(who);
      const values = { ok: true, approver: task?.item ?? '' };
      await completeDealTask(sales, await sales.viewer(who), { id: task?.id ?? '', values, commandId: `by-${who}` });
      if (who === bo)
        expect((await getDeal(sales, await sales.viewer(ada), id)).moves).toEqual([{ from: 'sign', targets: [] }]);
    }
    const { rows } = await dealTimeline(sales, await sales.viewer(ada), { id });
    expect(rows.filter((row) => row.kind === 'task')).toMatchObject([
      { name: 'Sign', turn: 1, item: 'ada@example.com', actor: { name: 'Ada' } },
      { name: 'Sign', turn: 2, item: 'bo@example.com', actor: { name: 'Bo' } },
    ]);
    expect(rows.find((row) => row.kind === 'started')).toMatchObject({ turn: null, item: null });
  });
});
