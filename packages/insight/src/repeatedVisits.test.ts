import { startDeal } from '@dealwright/sales';
import { openSales, type TestSales } from '@dealwright/sales/testing';
import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { processView } from './processView.ts';

const HOUR = 3_600_000;

/** Three sign, two suffice; a deadline takes the task away; what is refused is signed again. */
const SIGNED = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:bpmn:1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="defs" targetNamespace="urn:test">
<bpmn:process id="sale" name="Sale" isExecutable="true">
  <bpmn:startEvent id="start" />
  <bpmn:userTask id="sign" name="Sign">
    <bpmn:extensionElements>
      <dw:kpi id="k_rework" measure="reworkRate" target="10" unit="percent" direction="down" />
    </bpmn:extensionElements>
    <bpmn:multiInstanceLoopCharacteristics>
      <bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">3</bpmn:loopCardinality>
      <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=numberOfCompletedInstances = 2</bpmn:completionCondition>
    </bpmn:multiInstanceLoopCharacteristics>
  </bpmn:userTask>
  <bpmn:boundaryEvent id="late" attachedToRef="sign"><bpmn:timerEventDefinition>
    <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT100H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
  <bpmn:exclusiveGateway id="again" default="f3" />
  <bpmn:endEvent id="end" /><bpmn:endEvent id="given_up" />
  <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="sign" />
  <bpmn:sequenceFlow id="f2" sourceRef="sign" targetRef="again" />
  <bpmn:sequenceFlow id="f3" sourceRef="again" targetRef="end" />
  <bpmn:sequenceFlow id="f4" sourceRef="again" targetRef="sign">
    <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=redo = true</bpmn:conditionExpression>
  </bpmn:sequenceFlow>
  <bpmn:sequenceFlow id="f5" sourceRef="late" targetRef="given_up" />
</bpmn:process>
</bpmn:definitions>`;

eachDatabase('visits of a repeated activity', (open) => {
  let store: Store;
  let sales: TestSales;
  let ada: string;
  let deploymentId: string;
  let deals = 0;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await emptyTables(store);
    sales = openSales(store);
    ada = await sales.person('Ada');
    ({ deploymentId } = await sales.runtime.deploy({ xml: SIGNED, note: 'first', actorId: ada }));
  });
  const begin = async () => {
    const { instanceId } = await startDeal(sales, {
      processId: 'sale',
      name: `Deal ${++deals}`,
      accountId: null,
      accountName: null,
      productId: null,
      ownerId: ada,
      value: 100,
      currency: 'USD',
      expectedCloseOn: null,
      actorId: ada,
      commandId: `start-${deals}`,
    });
    return instanceId;
  };
  const sign = async (instanceId: string, hours: number, redo = false) => {
    sales.clock += hours * HOUR;
    const [task] = await sales.rows<{ id: string }>(
      `select id from task where instance_id = $1 and status = 'open' order by token limit 1`,
      [instanceId],
    );
    const taskId = task?.id ?? '';
    await sales.runtime.complete({ taskId, variables: { redo }, actorId: ada, commandId: `sign-${taskId}` });
  };
  const signing = async () => {
    const figures = await processView({
      em: store.em(),
      graph: await sales.graph(deploymentId),
      drawnDeploymentId: deploymentId,
      processId: 'sale',
      owners: null,
      now: sales.clock + HOUR,
    });
    return figures.elements.find((element) => element.nodeId === 'sign');
  };

  it('last from the first instance to the last, and count once', async () => {
    const instanceId = await begin();
    await sign(instanceId, 2);
    expect(await signing()).toMatchObject({ entered: 1, left: 0, standing: 1, medianHours: null });
    await sign(instanceId, 3);
    expect(await signing()).toMatchObject({ entered: 1, left: 1, standing: 0, medianHours: 5 });
    expect((await signing())?.kpis).toMatchObject([{ id: 'k_rework', numerator: 0, denominator: 1 }]);
  });

  it('are rework when the activity as a whole is begun again', async () => {
    const instanceId = await begin();
    await sign(instanceId, 1);
    await sign(instanceId, 1, true);
    await sign(instanceId, 9);
    await sign(instanceId, 9);
    expect(await signing()).toMatchObject({ entered: 1, left: 1, medianHours: 2 });
    expect((await signing())?.kpis).toMatchObject([{ numerator: 1, denominator: 2 }]);
  });

  it('count as no completion when they were interrupted', async () => {
    const instanceId = await begin();
    await sign(instanceId, 1);
    sales.clock += 100 * HOUR;
    await sales.runtime.runDueJobs();
    expect(await signing()).toMatchObject({ entered: 1, left: 0, standing: 0 });
  });
});
