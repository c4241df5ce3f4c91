import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { flows, model, processes } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const seller = `
  <bpmn:startEvent id="start" /><bpmn:userTask id="sell" />
  <bpmn:sendTask id="order" messageRef="order_message" /><bpmn:endEvent id="end" />${flows('start>sell>order>end')}`;
const shop = `
  <bpmn:startEvent id="ordered"><bpmn:messageEventDefinition messageRef="order_message" /></bpmn:startEvent>
  <bpmn:userTask id="pack" /><bpmn:endEvent id="packed" />${flows('ordered>pack>packed')}`;
const root = '<bpmn:message id="order_message" name="order" />';

eachDatabase('a file with several processes', (open) => {
  let store: Store;
  let t: TestRuntime;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store);
  });
  const deploy = (xml: string) => t.runtime.deploy({ xml, note: 'note', actorId: 'ann' });
  const openNodes = async () => {
    const rows = await t.rows<{ node: string }>(
      `select node_id as node from task where status = 'open' order by node_id`,
    );
    return rows.map((row) => row.node);
  };
  const complete = async (nodeId: string) => {
    const [taskId = ''] = await t.openTasks(nodeId);
    await t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: `done:${taskId}` });
  };

  test('all are deployed, each with a version of its own, and the answer names them', async () => {
    await deploy(model(shop, { id: 'shop', definitions: root }));
    const deployed = await deploy(processes({ seller, shop }, root));
    const [first, second] = deployed.processes;
    expect(deployed).toMatchObject({ processId: 'seller', version: 1, deploymentId: first?.deploymentId });
    expect(deployed.processes).toMatchObject([
      { processId: 'seller', version: 1 },
      { processId: 'shop', version: 2 },
    ]);
    expect(await t.rows('select bundle_id from deployment where id = $1', [second?.deploymentId ?? ''])).toEqual([
      { bundle_id: first?.deploymentId },
    ]);
    expect(await t.rows('select process_id from model order by 1')).toEqual([
      { process_id: 'seller' },
      { process_id: 'shop' },
    ]);
    expect(await t.rows('select name, process_id from start_subscription')).toEqual([
      { name: 'order', process_id: 'shop' },
    ]);
  });

  test('a process that is never drawn alone makes no model of its own', async () => {
    const { modelId } = await deploy(processes({ seller, shop }, root));
    expect(await t.rows('select id from model')).toEqual([{ id: modelId }]);
    expect(await t.rows('select distinct model_id from deployment')).toEqual([{ model_id: modelId }]);
  });

  test('none is deployed when one can not be', async () => {
    const twice = processes(
      {
        seller,
        shop: shop.replace(
          '</bpmn:startEvent>',
          `</bpmn:startEvent>
      <bpmn:startEvent id="daily"><bpmn:timerEventDefinition>
        <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">="no time"</bpmn:timeDuration>
      </bpmn:timerEventDefinition></bpmn:startEvent>${flows('daily>pack')}`,
        ),
      },
      root,
    );
    await expect(deploy(twice)).rejects.toMatchObject({ code: 'timer-start-invalid' });
    expect(await t.rows('select id from deployment')).toEqual([]);
    expect(await t.rows('select id from model')).toEqual([]);
  });

  test('a message to another process of the file starts it', async () => {
    await deploy(processes({ seller, shop }, root));
    await t.runtime.start({ processId: 'seller', variables: {}, actorId: 'ann' });
    await complete('sell');
    expect(await openNodes()).toEqual(['pack']);
    expect(await t.rows('select process_id, status from instance order by 1')).toEqual([
      { process_id: 'seller', status: 'completed' },
      { process_id: 'shop', status: 'active' },
    ]);
  });

  test('a message flow between pools carries a message that neither end names', async () => {
    const collaboration = `<bpmn:collaboration id="both">
      <bpmn:participant id="a" processRef="seller" /><bpmn:participant id="b" processRef="shop" />
      <bpmn:messageFlow id="flow" sourceRef="order" targetRef="ordered" /></bpmn:collaboration>`;
    const unnamed = processes(
      {
        seller: seller.replace(' messageRef="order_message"', ''),
        shop: shop.replace('<bpmn:messageEventDefinition messageRef="order_message" />', ''),
      },
      collaboration,
    );
    await deploy(unnamed);
    expect(await t.rows('select kind, name from start_subscription')).toEqual([{ kind: 'message', name: '→ordered' }]);
    await t.runtime.start({ processId: 'seller', variables: {}, actorId: 'ann' });
    await complete('sell');
    expect(await openNodes()).toEqual(['pack']);
    expect(await t.rows('select id from message')).toEqual([]);
  });

  test('a message that nobody waits for and that starts nothing is kept for who comes to wait', async () => {
    await deploy(processes({ seller }, root));
    await t.runtime.start({ processId: 'seller', variables: {}, actorId: 'ann' });
    await complete('sell');
    expect(await t.rows('select name from message')).toEqual([{ name: 'order' }]);
    const waiting = model(
      `<bpmn:startEvent id="start" /><bpmn:receiveTask id="wait" messageRef="order_message" /><bpmn:userTask id="got" />
       <bpmn:endEvent id="end" />${flows('start>wait>got>end')}`,
      { id: 'waiting', definitions: root },
    );
    await deploy(waiting);
    await t.runtime.start({ processId: 'waiting', variables: {}, actorId: 'ann' });
    expect(await openNodes()).toEqual(['got']);
  });
});
