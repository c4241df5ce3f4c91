import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { BpmnError } from '../errors/BpmnError.ts';
import type { Connector } from '../Runtime.ts';
import { flows, model } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const withTimer = model(
  `
    <bpmn:startEvent id="start" />
    <bpmn:userTask id="work" />
    <bpmn:boundaryEvent id="late" attachedToRef="work" cancelActivity="true">
      <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT48H</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:userTask id="escalated" />
    <bpmn:endEvent id="end" />
    ${flows('start>work>end', 'late>escalated>end')}`,
  { id: 'timer' },
);

const withService = model(
  `
    <bpmn:startEvent id="start" />
    <bpmn:serviceTask id="call">
      <bpmn:extensionElements>
        <dw:connector type="crm" retries="2" backoff="PT1M">
          <dw:input name="text" value="=&quot;n=&quot; + string(n)" />
          <dw:output name="answer" value="=result.value * 2" />
        </dw:connector>
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:boundaryEvent id="refused" attachedToRef="call"><bpmn:errorEventDefinition errorRef="E" /></bpmn:boundaryEvent>
    <bpmn:userTask id="done" />
    <bpmn:userTask id="sorry" />
    <bpmn:endEvent id="end" />
    ${flows('start>call>done>end', 'refused>sorry>end')}`,
  { id: 'service', definitions: '<bpmn:error id="E" errorCode="NO" />' },
);

eachDatabase('jobs', (open) => {
  let store: Store;
  let t: TestRuntime;
  let crm: Connector;
  const connectors = { crm: ((request, drawn) => crm(request, drawn)) as Connector };
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
    t = await openRuntime(store, { connectors });
    await t.runtime.deploy({ xml: withTimer, note: '', actorId: null });
    await t.runtime.deploy({ xml: withService, note: '', actorId: null });
  });
  const begin = (processId: string, variables = {}) => t.runtime.start({ processId, variables, actorId: 'ann' });
  const openNodes = async () => {
    const rows = await t.rows<{ node_id: string }>(`select node_id from task where status = 'open' order by node_id`);
    return rows.map((row) => row.node_id);
  };

  test('a timer fires when it is due, once, and not before', async () => {
    await begin('timer');
    expect(await t.runtime.nextDue()).toBe(Date.parse('2026-01-07T09:00:00Z'));
    t.clock = Date.parse('2026-01-07T08:59:59Z');
    expect(await t.runtime.runDueJobs()).toBe(0);
    t.clock = Date.parse('2026-01-07T09:00:00Z');
    const all = await Promise.all([t.runtime.runDueJobs(), t.runtime.runDueJobs(), t.runtime.runDueJobs()]);
    expect(all.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
    expect(await openNodes()).toEqual(['escalated']);
    expect(await t.rows(`select status from task where node_id = 'work'`)).toEqual([{ status: 'cancelled' }]);
    expect(await t.runtime.nextDue()).toBeNull();
  });

  test('a completed task takes its timer with it', async () => {
    await begin('timer');
    const [taskId = ''] = await t.openTasks();
    await t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: 'c' });
    expect(await t.rows('select id from job')).toEqual([]);
  });

  test('a completion and its timer at once: one of them wins, nothing hangs', async () => {
    for (let i = 0; i < 5; i++) await begin('timer');
    t.clock = Date.parse('2026-01-08T00:00:00Z');
    const tasks = await t.openTasks('work');
    await Promise.all([
      t.runtime.runDueJobs(),
      ...tasks.map((taskId) =>
        t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: taskId }).catch((error: unknown) => {
          expect(error).toMatchObject({ code: 'task-gone', details: { status: 'cancelled' } });
        }),
      ),
    ]);
    expect(await t.rows('select id from job')).toEqual([]);
    const over = await t.rows(`select 1 as x from instance where status = 'completed'`);
    expect(over.length + (await openNodes()).length).toBe(5);
  });

  test('a connector gets its mapped input and its result is mapped back', async () => {
    const asked: unknown[] = [];
    crm = async (request) => {
      asked.push(request);
      return { value: 21 };
    };
    const { instanceId } = await begin('service', { n: 7 });
    expect(await t.runtime.runDueJobs()).toBe(1);
    const [job] = asked as [{ idempotencyKey: string }];
    expect(asked).toEqual([{ idempotencyKey: job.idempotencyKey, instanceId, input: { text: 'n=7' } }]);
    expect(job.idempotencyKey).toMatch(new RegExp(`^${instanceId}:\\d+$`));
    expect(await openNodes()).toEqual(['done']);
    expect(await t.rows(`select state->'scopes'->0->'vars'->'answer' as answer from instance`)).toEqual([
      { answer: 42 },
    ]);
  });

  test('a failing connector is tried again with growing pauses, then becomes an incident that can be retried', async () => {
    const keys: string[] = [];
    crm = async ({ idempotencyKey }) => {
      keys.push(idempotencyKey);
      throw new Error('no route to CRM');
    };
    await begin('service', { n: 1 });
    expect(await t.runtime.runDueJobs()).toBe(1);
    expect(await t.runtime.runDueJobs()).toBe(0);
    t.clock += 60_000;
    expect(await t.runtime.runDueJobs()).toBe(1);
    t.clock += 60_000;
    expect(await t.runtime.runDueJobs()).toBe(0);
    t.clock += 60_000;
    expect(await t.runtime.runDueJobs()).toBe(1);
    expect(new Set(keys).size).toBe(1);
    expect(await t.rows('select node_id, code, message, resolved_at from incident')).toEqual([
      {
        node_id: 'call',
        code: 'job-failed',
        message: { en: 'no route to CRM', zh: 'no route to CRM' },
        resolved_at: null,
      },
    ]);
    t.clock += 86_400_000;
    expect(await t.runtime.runDueJobs()).toBe(0);
    expect(await t.rows(`select element_id from history where type = 'incident'`)).toEqual([{ element_id: 'call' }]);

    crm = async () => ({ value: 1 });
    const [incident] = await t.rows<{ id: string }>('select id from incident');
    await t.runtime.retryIncident({ incidentId: incident?.id ?? '', actorId: 'ann' });
    await expect(t.runtime.retryIncident({ incidentId: incident?.id ?? '', actorId: 'bob' })).rejects.toMatchObject({
      code: 'incident-resolved',
      details: { by: 'ann' },
    });
    expect(await t.runtime.runDueJobs()).toBe(1);
    expect(await openNodes()).toEqual(['done']);
    expect(await t.rows('select resolved_by, resolution from incident')).toEqual([
      { resolved_by: 'ann', resolution: 'retried' },
    ]);
  });

  test('a retry with changed variables makes the input anew', async () => {
    const inputs: unknown[] = [];
    crm = async ({ input }) => {
      inputs.push(input);
      if (input['text'] === 'n=1') throw new Error('one is bad');
      return { value: 0 };
    };
    await begin('service', { n: 1 });
    for (let i = 0; i < 3; i++, t.clock += 600_000) await t.runtime.runDueJobs();
    const [incident] = await t.rows<{ id: string }>('select id from incident');
    await t.runtime.retryIncident({ incidentId: incident?.id ?? '', actorId: 'ann', variables: { n: 2 } });
    await t.runtime.runDueJobs();
    expect(inputs.at(-1)).toEqual({ text: 'n=2' });
    expect(await openNodes()).toEqual(['done']);
  });

  test('a connector that is not there is an incident at once, in words', async () => {
    t = await openRuntime(store, { serverId: 's2' });
    await begin('service', { n: 1 });
    await t.runtime.runDueJobs();
    expect(await t.rows('select code, message from incident')).toEqual([
      {
        code: 'connector-unknown',
        message: { en: expect.stringMatching(/has no connector "crm"/), zh: expect.stringMatching(/没有连接器“crm”/) },
      },
    ]);
  });

  test('a BPMN error takes the way that is drawn for it', async () => {
    crm = async () => {
      throw new BpmnError('NO', 'not today');
    };
    await begin('service', { n: 1 });
    await t.runtime.runDueJobs();
    expect(await openNodes()).toEqual(['sorry']);
    expect(await t.rows('select id from incident')).toEqual([]);
  });

  test('an input that can’t be made is an incident of the executor, retried with other variables', async () => {
    crm = async () => ({ value: 1 });
    const faulty = withService
      .replace('result.value * 2', 'if result.value = 1 then nosuch.thing(1) else 1')
      .replace('id="service"', 'id="faulty"');
    await t.runtime.deploy({ xml: faulty, note: '', actorId: null });
    await begin('faulty', { n: 1 });
    await t.runtime.runDueJobs();
    const incidents = await t.rows<{ id: string }>('select id from incident where resolved_at is null');
    expect(incidents).toHaveLength(1);
    await t.runtime.retryIncident({ incidentId: incidents[0]?.id ?? '', actorId: 'ann' });
    // the cause is still there: the old one is resolved, a new one raised
    expect(await t.rows('select count(*) as n from incident')).toEqual([{ n: 2 }]);
    expect(await t.rows('select count(*) as n from incident where resolved_at is null')).toEqual([{ n: 1 }]);
  });

  test('the jobs of a server that died are taken over, and a late answer of the dead one counts for nothing', async () => {
    let answer: (value: { value: number }) => void = () => {};
    crm = () => new Promise((resolve) => (answer = resolve));
    await begin('service', { n: 1 });
    const dead = t.runtime.runDueJobs();
    await expect.poll(() => t.rows('select locked_by from job'), { timeout: 20_000 }).toEqual([{ locked_by: 's1' }]);
    const other = await openRuntime(store, { serverId: 's2', connectors: { crm: async () => ({ value: 5 }) } });
    other.clock = t.clock + 60_000;
    expect(await other.runtime.runDueJobs()).toBe(0);
    other.clock = t.clock + 600_000;
    expect(await other.runtime.runDueJobs()).toBe(1);
    answer({ value: 7 });
    await dead;
    expect(await t.rows(`select state->'scopes'->0->'vars'->'answer' as answer from instance`)).toEqual([
      { answer: 10 },
    ]);
    expect(await openNodes()).toEqual(['done']);
  });

  test('a cancelled instance leaves no work behind', async () => {
    const { instanceId } = await begin('timer');
    await t.runtime.cancel({ instanceId, reason: 'lost interest', actorId: 'ann' });
    expect(await t.rows('select id from job')).toEqual([]);
    expect(await t.rows('select task_id from worklist')).toEqual([]);
    expect(await t.rows('select status from instance')).toEqual([{ status: 'cancelled' }]);
    await expect(t.runtime.cancel({ instanceId, reason: 'again', actorId: 'ann' })).rejects.toMatchObject({
      code: 'instance-over',
    });
  });

  test('a worker fires what falls due and is stirred by a commit', async () => {
    crm = async () => ({ value: 1 });
    const worker = t.runtime.startWorker();
    await begin('service', { n: 1 });
    await expect.poll(openNodes, { timeout: 20_000 }).toEqual(['done']);
    await worker.stop();
    expect(t.errors).toEqual([]);
  });
});
