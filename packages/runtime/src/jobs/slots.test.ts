import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import type { Connector } from '../Runtime.ts';
import { expression, flows, model } from '../testing/model.ts';
import { openRuntime, type TestRuntime } from '../testing/openRuntime.ts';

const service = (id: string, type: string) =>
  model(
    `<bpmn:startEvent id="start" />
     <bpmn:serviceTask id="call"><bpmn:extensionElements><dw:connector type="${type}" /></bpmn:extensionElements></bpmn:serviceTask>
     <bpmn:endEvent id="end" />${flows('start>call>end')}`,
    { id },
  );
const waits = model(
  `<bpmn:startEvent id="start" />
   <bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition>${expression('timeDuration', 'PT1H')}</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
   <bpmn:endEvent id="end" />${flows('start>wait>end')}`,
  { id: 'waits' },
);
/** every minute, three times, beside a task that stays */
const minutes = model(
  `<bpmn:startEvent id="start" /><bpmn:userTask id="stay" />
   <bpmn:boundaryEvent id="tick" attachedToRef="stay" cancelActivity="false">
     <bpmn:timerEventDefinition>${expression('timeCycle', 'R3/PT1M')}</bpmn:timerEventDefinition></bpmn:boundaryEvent>
   <bpmn:endEvent id="end" /><bpmn:endEvent id="ticked" />${flows('start>stay>end', 'tick>ticked')}`,
  { id: 'minutes' },
);

eachDatabase('slots', (open) => {
  let store: Store;
  let t: TestRuntime;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
  });
  const deploy = (xml: string) => t.runtime.deploy({ xml, note: '', actorId: null });
  const begin = async (processId: string, count: number) => {
    for (let at = 0; at < count; at++) await t.runtime.start({ processId, variables: {}, actorId: null });
  };
  const over = (processId: string) =>
    t
      .rows<{ n: number }>(`select count(*) as n from instance where status = 'completed' and process_id = $1`, [
        processId,
      ])
      .then(([row]) => row?.n);

  test('a connector that hangs holds up neither timers nor other connectors', async () => {
    let loose: () => void = () => {};
    const hanging = new Promise<void>((resolve) => (loose = resolve));
    const begun: string[] = [];
    const connectors: Record<string, Connector> = {
      hangs: async ({ instanceId }) => {
        begun.push(instanceId);
        await hanging;
        return {};
      },
      quick: async () => ({}),
    };
    t = await openRuntime(store, { connectors });
    for (const xml of [service('stuck', 'hangs'), service('swift', 'quick'), waits]) await deploy(xml);
    await begin('waits', 5);
    t.clock += 3_600_000;
    await begin('stuck', 40);
    await begin('swift', 40);
    const worker = t.runtime.startWorker();
    await expect.poll(() => over('swift'), { timeout: 30_000 }).toBe(40);
    await expect.poll(() => over('waits'), { timeout: 30_000 }).toBe(5);
    expect(await over('stuck')).toBe(0);
    // only so many at once: the rest is for other servers
    expect(begun).toHaveLength(25);
    loose();
    await expect.poll(() => over('stuck'), { timeout: 30_000 }).toBe(40);
    await worker.stop();
    expect(new Set(begun).size).toBe(40);
    expect(t.errors).toEqual([]);
  });

  test('dw:priority of a connector says which of a process’s jobs goes first', async () => {
    const order: unknown[] = [];
    t = await openRuntime(store, {
      connectors: {
        note: async ({ input }) => {
          order.push(input['of']);
          return {};
        },
      },
    });
    const node = (id: string, priority: string) =>
      `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><dw:connector type="note" ${priority}><dw:input name="of" value="=&quot;${id}&quot;" /></dw:connector></bpmn:extensionElements></bpmn:serviceTask>`;
    await deploy(
      model(`<bpmn:startEvent id="start" /><bpmn:parallelGateway id="fork" />
        ${node('usual', '')}${node('urgent', 'priority="5"')}${node('later', 'priority="-5"')}
        ${flows('start>fork>usual', 'fork>urgent', 'fork>later')}`),
    );
    await begin('p', 1);
    for (let at = 0; at < 3; at++) await t.runtime.runDueJobs(1);
    expect(order).toEqual(['urgent', 'usual', 'later']);
  });

  test('timers that are due together share statements', async () => {
    const plans: number[] = [];
    t = await openRuntime(store, {
      observe: { clock: () => 0, command: () => {}, commit: (count) => plans.push(count), job: () => {} },
    });
    await deploy(waits);
    await begin('waits', 30);
    plans.length = 0;
    t.clock += 3_600_000;
    expect(await t.runtime.runDueJobs()).toBe(30);
    expect(plans.reduce((sum, count) => sum + count, 0)).toBe(30);
    expect(plans.length).toBeLessThanOrEqual(4);
    expect(await over('waits')).toBe(30);
    expect(await t.rows('select id from job')).toEqual([]);
  });

  test('a timer that another server has fired meanwhile is not fired again', async () => {
    t = await openRuntime(store);
    await deploy(minutes);
    await begin('minutes', 1);
    let slow: (() => void) | null = null;
    // the first server claims, and is held up before it reads the instance
    const waiting = new Promise<void>((resolve) => (slow = resolve));
    let claimed = false;
    const first = await openRuntime(store, {
      serverId: 'slow',
      observe: {
        clock: () => 0,
        command: () => {},
        commit: () => {},
        job: () => {},
        span: async (name, work) => {
          if (name === 'job timer' && !claimed) {
            claimed = true;
            await waiting;
          }
          return work();
        },
      },
    });
    first.clock = t.clock + 60_000;
    const late = first.runtime.runDueJobs();
    await expect.poll(() => claimed, { timeout: 20_000 }).toBe(true);
    // its time is over; the next cycle is armed again with the same clock
    t.clock += 60_000 + 300_000;
    expect(await t.runtime.runDueJobs()).toBe(1);
    const armed = await t.rows('select id, due_at from job');
    (slow as (() => void) | null)?.();
    await late;
    expect(await t.rows('select id, due_at from job')).toEqual(armed);
    expect(await t.rows(`select count(*) as n from history where element_id = 'ticked' and type = 'enter'`)).toEqual([
      { n: 1 },
    ]);
    expect(first.errors).toEqual([]);
  });

  test('jobs that a lost database kept from being noted are had again when it is back', async () => {
    let away = false;
    let calls = 0;
    t = await openRuntime(store, {
      em: () => {
        if (away) throw new Error('the database is away');
        return store.em();
      },
      connectors: {
        once: async () => {
          away = ++calls === 1;
          return {};
        },
      },
    });
    await deploy(service('once', 'once'));
    await begin('once', 1);
    const worker = t.runtime.startWorker();
    await expect.poll(() => t.errors.length, { timeout: 20_000 }).toBeGreaterThan(0);
    away = false;
    // long before the claim would run out
    t.clock += 120_000;
    await expect.poll(() => over('once'), { timeout: 20_000 }).toBe(1);
    await worker.stop();
    expect(calls).toBe(2);
  });
});
