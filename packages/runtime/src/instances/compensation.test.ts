import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { flows, model } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const compensable = (id: string) => `
  <bpmn:userTask id="${id}" />
  <bpmn:boundaryEvent id="${id}_undone" attachedToRef="${id}"><bpmn:compensateEventDefinition /></bpmn:boundaryEvent>
  <bpmn:userTask id="undo_${id}" isForCompensation="true" />
  <bpmn:association id="${id}_handler" associationDirection="One" sourceRef="${id}_undone" targetRef="undo_${id}" />`;

const booking = model(`
  <bpmn:startEvent id="start" />
  ${compensable('hotel')}
  ${compensable('flight')}
  <bpmn:intermediateThrowEvent id="undo"><bpmn:compensateEventDefinition /></bpmn:intermediateThrowEvent>
  <bpmn:userTask id="after" />
  <bpmn:endEvent id="end" />
  ${flows('start>hotel>flight>undo>after>end')}`);

const transaction = model(`
  <bpmn:startEvent id="start" />
  <bpmn:transaction id="deal">
    <bpmn:startEvent id="begin" />
    ${compensable('pay')}
    <bpmn:userTask id="check" />
    <bpmn:endEvent id="stop"><bpmn:cancelEventDefinition /></bpmn:endEvent>
    ${flows('begin>pay>check>stop')}
  </bpmn:transaction>
  <bpmn:boundaryEvent id="cancelled" attachedToRef="deal"><bpmn:cancelEventDefinition /></bpmn:boundaryEvent>
  <bpmn:userTask id="told" />
  <bpmn:userTask id="done" />
  <bpmn:endEvent id="end" />
  ${flows('start>deal>done>end', 'cancelled>told>end')}`);

eachDatabase('compensation', (open) => {
  let store: Store;
  let t: TestRuntime;
  let servers = 0;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    await restart();
  });
  const restart = async () => {
    t = await openRuntime(store, { serverId: `s${++servers}` });
  };
  const begin = async (xml: string) => {
    await t.runtime.deploy({ xml, note: '', actorId: null });
    return (await t.runtime.start({ processId: 'p', variables: {}, actorId: 'ann' })).instanceId;
  };
  const standing = async () => {
    const rows = await t.rows<{ node: string }>('select node_id as node from position order by node_id');
    return rows.map((row) => row.node);
  };
  const complete = async (nodeId: string) => {
    const [taskId = ''] = await t.openTasks(nodeId);
    await t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: `done:${taskId}` });
  };

  test('people undo what was done, the last first, and a restart in between loses nothing', async () => {
    const instanceId = await begin(booking);
    await complete('hotel');
    await restart();
    await complete('flight');
    expect(await standing()).toEqual(['undo', 'undo_flight']);
    await restart();
    await complete('undo_flight');
    expect(await standing()).toEqual(['undo', 'undo_hotel']);
    await restart();
    await complete('undo_hotel');
    expect(await standing()).toEqual(['after']);
    await complete('after');
    expect(await t.rows('select status from instance where id = $1', [instanceId])).toEqual([{ status: 'completed' }]);
    const undone = await t.rows(`select element_id as node from history where type = 'compensate' order by seq`);
    expect(undone).toEqual([{ node: 'flight' }, { node: 'hotel' }]);
    expect(await t.rows('select * from position')).toEqual([]);
  });

  test('a transaction that is cancelled is undone before its border catches it', async () => {
    const instanceId = await begin(transaction);
    await complete('pay');
    await complete('check');
    expect(await standing()).toEqual(['deal', 'undo_pay']);
    await restart();
    await complete('undo_pay');
    expect(await standing()).toEqual(['told']);
    await complete('told');
    expect(await t.rows('select status from instance where id = $1', [instanceId])).toEqual([{ status: 'completed' }]);
    expect(await t.rows(`select node_id from task where status = 'cancelled'`)).toEqual([]);
  });

  test('cancelling the instance in the middle withdraws the undoing', async () => {
    const instanceId = await begin(booking);
    await complete('hotel');
    await complete('flight');
    await t.runtime.cancel({ instanceId, reason: 'enough', actorId: 'ann' });
    expect(await t.openTasks()).toEqual([]);
    expect(await t.rows('select * from position')).toEqual([]);
  });
});
