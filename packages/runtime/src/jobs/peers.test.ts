import { noNotices, openNotices, type Store } from '@dealwright/store';
import { eachDatabase, emptyTables, urlOf } from '@dealwright/store/testing';
import { beforeEach, expect, test } from 'vitest';
import { expression, flows, model } from '../testing/model.ts';
import { openRuntime } from '../testing/openRuntime.ts';

const calls = model(
  `<bpmn:startEvent id="start" /><bpmn:userTask id="ask" />
   <bpmn:serviceTask id="call"><bpmn:extensionElements><dw:connector type="quick" /></bpmn:extensionElements></bpmn:serviceTask>
   <bpmn:endEvent id="end" />${flows('start>ask>call>end')}`,
);
const waits = (duration: string) =>
  model(
    `<bpmn:startEvent id="start" />
     <bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition>${expression('timeDuration', duration)}</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
     <bpmn:endEvent id="end" />${flows('start>wait>end')}`,
    { id: duration },
  );

eachDatabase('other servers', (open, kind) => {
  let store: Store;
  beforeEach(async () => {
    store ??= await open();
    await emptyTables(store);
  });

  test('are told of work that is due before they would look, and of nothing else', async () => {
    const told: string[] = [];
    const t = await openRuntime(store, { peers: { ...noNotices, tell: (topic) => told.push(topic) } });
    for (const xml of [calls, waits('PT5S'), waits('PT1H')]) await t.runtime.deploy({ xml, note: '', actorId: null });
    const start = (processId: string) => t.runtime.start({ processId, variables: {}, actorId: 'ann' });
    await start('p');
    await start('PT1H');
    expect(told).toEqual([]);
    await start('PT5S');
    expect(told).toEqual(['work']);
    const [taskId = ''] = await t.openTasks('ask');
    await t.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: 'c' });
    expect(told).toEqual(['work', 'work']);
  });

  test.runIf(kind === 'postgresql')(
    'one that only starts instances has its jobs run by another',
    async () => {
      const url = await urlOf(store);
      const join = (serverId: string) =>
        openNotices({ url, serverId, clock: () => performance.now(), onError: () => {} });
      const [here, there] = [join('here'), join('there')];
      const asks = await openRuntime(store, { serverId: 'here', peers: here });
      const works = await openRuntime(store, {
        serverId: 'there',
        peers: there,
        connectors: { quick: async () => ({}) },
      });
      await asks.runtime.deploy({ xml: calls, note: '', actorId: null });
      await expect.poll(() => here.connected && there.connected, { timeout: 20_000 }).toBe(true);
      const worker = works.runtime.startWorker();
      for (let at = 0; at < 5; at++) {
        await asks.runtime.start({ processId: 'p', variables: {}, actorId: 'ann' });
        const [taskId = ''] = await asks.openTasks('ask');
        await asks.runtime.complete({ taskId, variables: {}, actorId: 'ann', commandId: `c${at}` });
        await expect
          .poll(() => asks.rows(`select count(*) as n from instance where status = 'completed'`), { timeout: 20_000 })
          .toEqual([{ n: at + 1 }]);
      }
      await worker.stop();
      await Promise.all([here.close(), there.close()]);
      expect(works.errors).toEqual([]);
    },
    120_000,
  );
});
