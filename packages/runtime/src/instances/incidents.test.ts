import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { flows, model } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const service = model(
  `
    <bpmn:startEvent id="start" />
    <bpmn:serviceTask id="call"><bpmn:extensionElements><dw:connector type="absent" retries="1" /></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:userTask id="next" />
    <bpmn:endEvent id="end" />
    ${flows('start>call>next>end')}`,
  { id: 'service' },
);
const gateway = model(
  `
    <bpmn:startEvent id="start" />
    <bpmn:exclusiveGateway id="which" name="Which?" />
    <bpmn:userTask id="a" />
    <bpmn:userTask id="b" />
    <bpmn:endEvent id="end" />
    ${flows('start>which', 'a>end', 'b>end')}
    <bpmn:sequenceFlow id="toA" sourceRef="which" targetRef="a"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">n = 1</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="toB" sourceRef="which" targetRef="b"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">n = 2</bpmn:conditionExpression></bpmn:sequenceFlow>`,
  { id: 'gateway' },
);
const caller = model(
  `
    <bpmn:startEvent id="start" />
    <bpmn:callActivity id="sub" calledElement="nowhere" />
    <bpmn:userTask id="next" />
    <bpmn:endEvent id="end" />
    ${flows('start>sub>next>end')}`,
  { id: 'caller' },
);

eachDatabase('what is done about an incident', (open) => {
  let store: Store;
  let t: TestRuntime;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store);
    for (const xml of [service, gateway, caller]) await t.runtime.deploy({ xml, note: '', actorId: null });
  });
  /** An instance that an incident has stopped, and that incident. */
  const stopped = async (processId: string) => {
    const { instanceId } = await t.runtime.start({ processId, variables: { n: 0 }, actorId: 'ann' });
    for (let round = 0; round < 12; round++, t.clock += 3_600_000) await t.runtime.runDueJobs();
    const open = await t.rows<{ id: string }>(
      'select id from incident where instance_id = $1 and resolved_at is null',
      [instanceId],
    );
    expect(open).toHaveLength(1);
    return { instanceId, incidentId: open[0]?.id ?? '' };
  };
  const nodes = async () =>
    (await t.rows<{ node_id: string }>(`select node_id from task where status = 'open'`)).map((row) => row.node_id);
  const resolution = (id: string) => t.rows('select resolved_by, resolution from incident where id = $1', [id]);

  test('a step is passed over with variables, once, and history and audit say by whom', async () => {
    const { instanceId, incidentId } = await stopped('service');
    const request = { incidentId, actorId: 'ann', variables: { answer: 42 }, reason: 'done by hand' };
    await t.runtime.skipIncident(request);
    expect(await nodes()).toEqual(['next']);
    expect(await t.rows('select id from job')).toEqual([]);
    expect(await resolution(incidentId)).toEqual([{ resolved_by: 'ann', resolution: 'skipped' }]);
    expect(await t.rows(`select state->'scopes'->0->'vars' as vars from instance where id = $1`, [instanceId])).toEqual(
      [{ vars: { n: 0, answer: 42 } }],
    );
    expect(await t.rows(`select actor_id, detail from history where type = 'leave' and element_id = 'call'`)).toEqual([
      { actor_id: 'ann', detail: { variables: { answer: 42 }, skipped: true } },
    ]);
    expect(await t.rows(`select actor_id, after from audit_trail where action = 'incident.skip'`)).toEqual([
      { actor_id: 'ann', after: { variables: { answer: 42 }, reason: 'done by hand' } },
    ]);
    for (const way of ['skipIncident', 'retryIncident', 'cancelIncident'] as const) {
      await expect(t.runtime[way]({ ...request, actorId: 'bob' })).rejects.toMatchObject({
        code: 'incident-resolved',
        details: { by: 'ann' },
      });
    }
  });

  test('two at once: one of them passes over the step', async () => {
    const { incidentId } = await stopped('service');
    const both = await Promise.allSettled([
      t.runtime.skipIncident({ incidentId, actorId: 'ann' }),
      t.runtime.skipIncident({ incidentId, actorId: 'bob' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await nodes()).toEqual(['next']);
  });

  test('a process that can not be called is passed over', async () => {
    const { incidentId } = await stopped('caller');
    await t.runtime.skipIncident({ incidentId, actorId: 'ann' });
    for (let round = 0; round < 3; round++, t.clock += 3_600_000) await t.runtime.runDueJobs();
    expect(await nodes()).toEqual(['next']);
    expect(await t.rows('select id from job')).toEqual([]);
    expect(await t.rows('select id from incident where resolved_at is null')).toEqual([]);
  });

  test('a gateway without a way is refused and stays as it was; changed variables make a way', async () => {
    const { incidentId } = await stopped('gateway');
    await expect(t.runtime.skipIncident({ incidentId, actorId: 'ann' })).rejects.toMatchObject({ code: 'no-way-on' });
    expect(await resolution(incidentId)).toEqual([{ resolved_by: null, resolution: null }]);
    await t.runtime.retryIncident({ incidentId, actorId: 'ann', variables: { n: 2 } });
    expect(await nodes()).toEqual(['b']);
  });

  test('the process is cancelled, with the reason', async () => {
    const { instanceId, incidentId } = await stopped('service');
    await t.runtime.cancelIncident({ incidentId, actorId: 'ann', reason: 'not needed' });
    expect(await resolution(incidentId)).toEqual([{ resolved_by: 'ann', resolution: 'cancelled' }]);
    expect(await t.rows('select status from instance where id = $1', [instanceId])).toEqual([{ status: 'cancelled' }]);
    expect(await t.rows('select id from job')).toEqual([]);
    expect(await t.rows(`select after from audit_trail where action = 'instance.cancel'`)).toEqual([
      { after: { status: 'cancelled', reason: 'not needed' } },
    ]);
  });
});
