import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { openSales, type TestSales } from '../testing/index.ts';
import { activateInDeal } from './activateInDeal.ts';
import { dealTimeline } from './dealTimeline.ts';
import { getDeal } from './getDeal.ts';
import { startDeal } from './startDeal.ts';

const AD_HOC = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:bpmn:1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="defs" targetNamespace="urn:test">
<bpmn:escalation id="slow" name="Slow" escalationCode="SLOW" />
<bpmn:process id="sale" name="Sale" isExecutable="true">
  <bpmn:startEvent id="start" />
  <bpmn:intermediateThrowEvent id="told" name="Late already"><bpmn:escalationEventDefinition escalationRef="slow" /></bpmn:intermediateThrowEvent>
  <bpmn:adHocSubProcess id="prepare" name="Prepare" dw:activeElements='=["call"]'>
    <bpmn:userTask id="call" name="Call" /><bpmn:userTask id="visit" name="Visit" />
    <bpmn:intermediateThrowEvent id="note" />
    <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=ready = true</bpmn:completionCondition>
  </bpmn:adHocSubProcess>
  <bpmn:endEvent id="end" />
  <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="told" />
  <bpmn:sequenceFlow id="f2" sourceRef="told" targetRef="prepare" />
  <bpmn:sequenceFlow id="f3" sourceRef="prepare" targetRef="end" />
</bpmn:process>
</bpmn:definitions>`;

eachDatabase('starting an activity by hand', (open) => {
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
    await sales.runtime.deploy({ xml: AD_HOC, note: 'first', actorId: mia });
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
  const deal = async () => getDeal(sales, await sales.viewer(mia), id);
  const activate = async (from: string, nodeId: string, by = mia) =>
    activateInDeal(sales, { id, from, nodeId, actorId: by, commandId: 'press', scope: (await sales.viewer(by)).scope });

  it('is offered for the activities of the ad-hoc subprocess where the deal stands', async () => {
    expect((await deal()).startable).toEqual([
      {
        from: 'prepare',
        name: 'Prepare',
        labels: {},
        activities: [
          { nodeId: 'call', name: 'Call', labels: {} },
          { nodeId: 'visit', name: 'Visit', labels: {} },
        ],
      },
    ]);
  });

  it('starts it once for a press, with an entry in the audit trail', async () => {
    await activate('prepare', 'visit');
    await activate('prepare', 'visit');
    expect((await deal()).openTasks.map((task) => task.nodeId)).toEqual(['call', 'visit']);
    expect(await sales.rows(`select after->>'name' as name from audit where action = 'deal.activate'`)).toEqual([
      { name: 'Visit' },
    ]);
  });

  it('refuses what is not inside, where it does not stand, and whose deal it is not', async () => {
    await expect(activate('prepare', 'end')).rejects.toMatchObject({ code: 'not-a-target' });
    await expect(activate('prepare', 'note')).rejects.toMatchObject({ code: 'not-a-target' });
    await expect(activate('call', 'visit')).rejects.toMatchObject({ code: 'not-a-target' });
    await expect(activate('end', 'visit')).rejects.toMatchObject({ code: 'deal-moved-on' });
    const stranger = await sales.person('Zoe', { roles: ['manager'] });
    await expect(activate('prepare', 'visit', stranger)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('the timeline tells of an escalation by the name of its event', async () => {
    const { rows } = await dealTimeline(sales, await sales.viewer(ada), { id });
    expect(rows.find((row) => row.kind === 'escalated')).toMatchObject({ name: 'Late already', elementId: 'told' });
  });
});
