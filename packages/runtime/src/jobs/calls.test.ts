import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { flows, model } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const caller = model(
  `
    <bpmn:startEvent id="start" />
    <bpmn:callActivity id="call" calledElement="called" />
    <bpmn:boundaryEvent id="failed" attachedToRef="call"><bpmn:errorEventDefinition errorRef="E" /></bpmn:boundaryEvent>
    <bpmn:userTask id="back" />
    <bpmn:userTask id="caught" />
    <bpmn:endEvent id="end" />
    ${flows('start>call>back>end', 'failed>caught>end')}`,
  { id: 'caller', definitions: '<bpmn:error id="E" errorCode="BAD" />' },
);
const called = model(
  `
    <bpmn:startEvent id="start" />
    <bpmn:userTask id="inside" />
    <bpmn:exclusiveGateway id="good" default="good_end" />
    <bpmn:endEvent id="end" />
    <bpmn:endEvent id="bad"><bpmn:errorEventDefinition errorRef="E" /></bpmn:endEvent>
    ${flows('start>inside>good>end')}
    <bpmn:sequenceFlow id="good_bad" sourceRef="good" targetRef="bad">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=bad = true</bpmn:conditionExpression>
    </bpmn:sequenceFlow>`,
  { id: 'called', definitions: '<bpmn:error id="E" errorCode="BAD" />' },
);
const everyDay = model(
  `
    <bpmn:startEvent id="start">
      <bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R3/PT24H</bpmn:timeCycle></bpmn:timerEventDefinition>
    </bpmn:startEvent>
    <bpmn:userTask id="daily" />
    <bpmn:endEvent id="end" />
    ${flows('start>daily>end')}`,
  { id: 'everyDay' },
);

eachDatabase('calls and timer starts', (open) => {
  let store: Store;
  let t: TestRuntime;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store);
    for (const xml of [caller, called]) await t.runtime.deploy({ xml, note: '', actorId: null });
  });
  const openNodes = async () => {
    const rows = await t.rows<{ node_id: string }>(`select node_id from task where status = 'open' order by node_id`);
    return rows.map((row) => row.node_id);
  };
  const completeAll = async (variables = {}) => {
    for (const taskId of await t.openTasks()) {
      await t.runtime.complete({ taskId, variables, actorId: 'ann', commandId: `done:${taskId}` });
    }
  };

  test('a called process runs, and its variables come back', async () => {
    const { instanceId } = await t.runtime.start({ processId: 'caller', variables: { a: 1 }, actorId: 'ann' });
    expect(await openNodes()).toEqual(['inside']);
    await completeAll({ b: 2 });
    expect(await openNodes()).toEqual(['back']);
    expect(await t.rows(`select state->'scopes'->0->'vars' as vars from instance where id = $1`, [instanceId])).toEqual(
      [{ vars: { a: 1, b: 2 } }],
    );
    expect(await t.rows('select id from job')).toEqual([]);
  });

  test('its uncaught error is caught at the call', async () => {
    await t.runtime.start({ processId: 'caller', variables: {}, actorId: 'ann' });
    await completeAll({ bad: true });
    expect(await openNodes()).toEqual(['caught']);
  });

  test('cancelling the caller cancels what it called', async () => {
    const { instanceId } = await t.runtime.start({ processId: 'caller', variables: {}, actorId: 'ann' });
    await t.runtime.cancel({ instanceId, reason: 'enough', actorId: 'ann' });
    expect(await t.rows('select distinct status from instance')).toEqual([{ status: 'cancelled' }]);
    expect(await openNodes()).toEqual([]);
    expect(await t.rows('select id from job')).toEqual([]);
  });

  test('a process that is not there becomes an incident at the call', async () => {
    const lost = caller
      .replace('calledElement="called"', 'calledElement="nowhere"')
      .replace('id="caller"', 'id="lost"');
    await t.runtime.deploy({ xml: lost, note: '', actorId: null });
    await t.runtime.start({ processId: 'lost', variables: {}, actorId: 'ann' });
    for (let i = 0; i < 5; i++, t.clock += 3_600_000) await t.runtime.runDueJobs();
    expect(await t.rows('select node_id, message from incident')).toEqual([
      { node_id: 'call', message: { en: expect.stringContaining('nowhere'), zh: expect.stringContaining('nowhere') } },
    ]);
    await t.runtime.deploy({ xml: called.replace('id="called"', 'id="nowhere"'), note: '', actorId: null });
    const [incident] = await t.rows<{ id: string }>('select id from incident');
    await t.runtime.retryIncident({ incidentId: incident?.id ?? '', actorId: 'ann' });
    expect(await openNodes()).toEqual(['inside']);
  });

  test('a timer start event fires as often as it says, and a new version takes it over', async () => {
    await t.runtime.deploy({ xml: everyDay, note: '', actorId: null });
    expect(await t.runtime.nextDue()).toBe(t.clock + 86_400_000);
    t.clock += 86_400_000;
    const both = await Promise.all([t.runtime.runDueJobs(), t.runtime.runDueJobs()]);
    expect(both.toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(await openNodes()).toEqual(['daily']);
    for (let day = 0; day < 4; day++, t.clock += 86_400_000) await t.runtime.runDueJobs();
    expect(await openNodes()).toEqual(['daily', 'daily', 'daily']);
    expect(await t.runtime.nextDue()).toBeNull();
    await t.runtime.deploy({ xml: everyDay.replaceAll('daily', 'anew'), note: '', actorId: null });
    t.clock += 86_400_000;
    await t.runtime.runDueJobs();
    expect(await openNodes()).toEqual(['anew', 'daily', 'daily', 'daily']);
  });

  test('a timer start that fails is told, tried again later, and keeps no other from its turn', async () => {
    const assign = async () => ({ assigneeId: null, candidates: [] });
    const failing = await openRuntime(store, { serverId: 's3', assign });
    await failing.runtime.deploy({ xml: everyDay, note: '', actorId: null });
    await failing.runtime.deploy({ xml: everyDay.replaceAll('everyDay', 'other'), note: '', actorId: null });
    failing.clock += 86_400_000;
    expect(await failing.runtime.runDueJobs()).toBe(0);
    expect(failing.errors).toHaveLength(2);
    t.clock = failing.clock + 60_000;
    expect(await t.runtime.runDueJobs()).toBe(2);
    expect(await openNodes()).toEqual(['daily', 'daily']);
  });

  test('a timer start that makes no sense refuses the deployment', async () => {
    const broken = everyDay.replace('R3/PT24H', 'every day');
    await expect(t.runtime.deploy({ xml: broken, note: '', actorId: null })).rejects.toMatchObject({
      code: expect.stringMatching(/timer-start-invalid|model-refused/),
    });
    expect(await t.rows(`select id from deployment where process_id = 'everyDay'`)).toEqual([]);
  });

  test('a process that called itself started instances until the database was full', async () => {
    const endless = model(
      `<bpmn:startEvent id="start" /><bpmn:callActivity id="again" calledElement="endless" /><bpmn:endEvent id="end" />
       ${flows('start>again>end')}`,
      { id: 'endless' },
    );
    await t.runtime.deploy({ xml: endless, note: '', actorId: null });
    await t.runtime.start({ processId: 'endless', variables: {}, actorId: 'ann' });
    for (let round = 0; round < 20; round++) await t.runtime.runDueJobs();
    expect(await t.rows('select count(*) as n from instance')).toEqual([{ n: 5 }]);
    expect(await t.rows('select code, node_id from incident')).toEqual([{ code: 'call-too-deep', node_id: 'again' }]);
  });

  test('two processes that started each other by message never stopped', async () => {
    const answering = (id: string, asked: string, answer: string) =>
      model(
        `<bpmn:startEvent id="start"><bpmn:messageEventDefinition messageRef="${asked}" /></bpmn:startEvent>
         <bpmn:endEvent id="end"><bpmn:messageEventDefinition messageRef="${answer}" /></bpmn:endEvent>
         ${flows('start>end')}`,
        { id, definitions: '<bpmn:message id="ping" name="ping" /><bpmn:message id="pong" name="pong" />' },
      );
    await t.runtime.deploy({ xml: answering('pinged', 'ping', 'pong'), note: '', actorId: null });
    await t.runtime.deploy({ xml: answering('ponged', 'pong', 'ping'), note: '', actorId: null });
    await t.runtime.publish({ messageId: 'm', name: 'ping', correlation: null, payload: {}, actorId: 'ann' });
    // as if they had answered each other nearly as often as they may
    await t.rows(`update job set payload = payload || '{"hops": 998}'`);
    for (let round = 0; round < 20; round++) await t.runtime.runDueJobs();
    expect(await t.rows('select code, node_id from incident')).toEqual([{ code: 'delivery-loop', node_id: 'end' }]);
    expect(await t.rows(`select status from job`)).toEqual([{ status: 'incident' }]);
  });
});
