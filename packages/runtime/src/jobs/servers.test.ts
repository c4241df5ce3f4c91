import type { Store } from '@dealwright/store';
import { eachDatabase, emptyTables } from '@dealwright/store/testing';
import { beforeAll, expect, test } from 'vitest';
import type { Connector } from '../Runtime.ts';
import { flows, model } from '../testing/model.ts';
import { openRuntime } from '../testing/openRuntime.ts';

const chain = model(`
    <bpmn:startEvent id="start" />
    <bpmn:intermediateCatchEvent id="wait">
      <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:serviceTask id="call"><bpmn:extensionElements><dw:connector type="count" retries="0" /></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:endEvent id="end" />
    ${flows('start>wait>call>end')}`);

eachDatabase('several servers', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await emptyTables(store);
  });

  test('share the jobs: every one is run, and run once', async () => {
    const calls: string[] = [];
    const count: Connector = async ({ idempotencyKey }) => {
      calls.push(idempotencyKey);
      return {};
    };
    const servers = await Promise.all(
      ['a', 'b', 'c'].map((serverId) => openRuntime(store, { serverId, connectors: { count } })),
    );
    const [first] = servers;
    await first?.runtime.deploy({ xml: chain, note: '', actorId: null });
    await Promise.all(
      servers.flatMap((server) =>
        Array.from({ length: 10 }, () => server.runtime.start({ processId: 'p', variables: {}, actorId: null })),
      ),
    );
    for (const server of servers) server.clock += 3_600_000;
    const workers = servers.map((server) => server.runtime.startWorker());
    await expect
      .poll(() => first?.rows(`select count(*) as n from instance where status = 'completed'`), { timeout: 20_000 })
      .toEqual([{ n: 30 }]);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(calls).toHaveLength(30);
    expect(new Set(calls).size).toBe(30);
    expect(servers.flatMap((server) => server.errors)).toEqual([]);
    expect(await first?.rows('select id from job')).toEqual([]);
    expect(await first?.rows('select id from incident')).toEqual([]);
  });
});
