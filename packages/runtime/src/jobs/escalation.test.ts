import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { flows, processes } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const event = '<bpmn:escalationEventDefinition escalationRef="late" />';
const root = '<bpmn:escalation id="late" escalationCode="LATE" />';
const asking = `
  <bpmn:startEvent id="begin" />
  <bpmn:intermediateThrowEvent id="thrown">${event}</bpmn:intermediateThrowEvent>
  <bpmn:userTask id="inside" />
  <bpmn:endEvent id="over" />
  ${flows('begin>thrown>inside>over')}`;
const calling = (cancels: boolean) => `
  <bpmn:startEvent id="start" />
  <bpmn:callActivity id="call" calledElement="called" />
  <bpmn:boundaryEvent id="caught" attachedToRef="call" cancelActivity="${cancels}">${event}</bpmn:boundaryEvent>
  <bpmn:userTask id="look" />
  <bpmn:userTask id="back" />
  <bpmn:endEvent id="end" />
  ${flows('start>call>back>end', 'caught>look>end')}`;

eachDatabase('escalation', (open) => {
  let store: Store;
  let t: TestRuntime;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store);
  });
  const openNodes = async () => {
    const rows = await t.rows<{ node: string }>(
      `select node_id as node from task where status = 'open' order by node_id`,
    );
    return rows.map((row) => row.node);
  };
  const begin = async (cancels: boolean) => {
    const xml = processes({ caller: calling(cancels), called: asking }, root);
    await t.runtime.deploy({ xml, note: '', actorId: null });
    await t.runtime.start({ processId: 'caller', variables: {}, actorId: 'ann' });
  };
  const complete = async (nodeId: string) => {
    const [taskId = ''] = await t.openTasks(nodeId);
    await t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: `done:${taskId}` });
  };

  test('from a called process it is caught at the call, which goes on', async () => {
    await begin(false);
    expect(await openNodes()).toEqual(['inside', 'look']);
    await complete('inside');
    expect(await openNodes()).toEqual(['back', 'look']);
    await complete('back');
    await complete('look');
    expect(await t.rows('select status, count(*) as n from instance group by 1')).toEqual([
      { status: 'completed', n: 2 },
    ]);
    const told = await t.rows(
      `select element_id as node, detail from history where type = 'escalation' order by element_id`,
    );
    expect(told).toEqual([
      { node: 'call', detail: { code: 'LATE' } },
      { node: 'thrown', detail: { code: 'LATE' } },
    ]);
    expect(await t.rows('select id from job')).toEqual([]);
  });

  test('an event that interrupts withdraws what was called', async () => {
    await begin(true);
    expect(await openNodes()).toEqual(['look']);
    expect(await t.rows('select process_id, status from instance order by process_id')).toEqual([
      { process_id: 'called', status: 'cancelled' },
      { process_id: 'caller', status: 'active' },
    ]);
    expect(await t.rows('select node_id from position')).toEqual([{ node_id: 'look' }]);
    expect(await t.rows('select id from job')).toEqual([]);
  });

  test.each([
    [false, ['back', 'look']],
    [true, ['look']],
  ])('from an end event it arrives before the end of what was called (interrupting: %s)', async (cancels, open) => {
    const ending = `<bpmn:startEvent id="begin" /><bpmn:endEvent id="thrown">${event}</bpmn:endEvent>${flows('begin>thrown')}`;
    await t.runtime.deploy({
      xml: processes({ caller: calling(cancels), called: ending }, root),
      note: '',
      actorId: null,
    });
    await t.runtime.start({ processId: 'caller', variables: {}, actorId: 'ann' });
    expect(await openNodes()).toEqual(open);
    expect(await t.rows(`select status from instance where process_id = 'called'`)).toEqual([{ status: 'completed' }]);
    expect(await t.rows('select id from job')).toEqual([]);
  });

  test('nobody called it: nothing comes of it', async () => {
    await t.runtime.deploy({ xml: processes({ called: asking }, root), note: '', actorId: null });
    await t.runtime.start({ processId: 'called', variables: {}, actorId: 'ann' });
    expect(await openNodes()).toEqual(['inside']);
    expect(await t.rows('select id from job')).toEqual([]);
  });
});
