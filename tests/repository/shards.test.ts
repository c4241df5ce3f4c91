import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createEvaluator } from '../../packages/expression/src/index.ts';
import { createRuntime, type Runtime } from '../../packages/runtime/src/index.ts';
import { openStore, query, type Store } from '../../packages/store/src/index.ts';
import { freshPostgresDatabase } from '../freshPostgresDatabase.ts';

const SHARDS = 4;
const INSTANCES = 40;

/** Which database an instance is in: by its id alone, so that whoever has a task's id knows without asking. */
function shardOf(instanceId: string): number {
  return createHash('sha256').update(instanceId).digest().readUInt32BE(0) % SHARDS;
}

const evaluator = createEvaluator();
const shards: { store: Store; runtime: Runtime }[] = [];
beforeAll(async () => {
  for (let shard = 0; shard < SHARDS; shard++) {
    const store = await openStore({
      url: await freshPostgresDatabase(inject('postgresUrl')),
      now: Date.now,
      connections: 3,
    });
    // what is made here has an id of here: also a called process's instance
    const newId = () => {
      for (;;) {
        const id = randomUUID();
        if (shardOf(id) === shard) return id;
      }
    };
    const runtime = createRuntime({
      em: () => store.em(),
      now: Date.now,
      newId,
      assign: () => Promise.resolve({ assigneeId: 'ann', candidates: [] }),
      connectors: {},
      evaluator,
      serverId: `shard-${shard}`,
    });
    shards.push({ store, runtime });
  }
  const [first, ...others] = shards;
  if (!first) throw new Error('no shards');
  await first.runtime.deploy({ xml: CALLING, note: '', actorId: null });
  // drawings are the same everywhere
  for (const table of ['model', 'deployment']) {
    const rows = JSON.stringify(await query(first.store.em(), `select * from ${table}`));
    for (const { store } of others)
      await query(
        store.em(),
        `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        [rows],
      );
  }
}, 120_000);
afterAll(async () => {
  for (const { store } of shards) await store.close();
  await evaluator.dispose();
});

it('instances spread over four databases by their id run from start to end, each in its own alone', async () => {
  const at = (instanceId: string) => {
    const shard = shards[shardOf(instanceId)];
    if (!shard) throw new Error('no shard');
    return shard;
  };
  const ids = Array.from({ length: INSTANCES }, () => randomUUID());
  await Promise.all(
    ids.map((instanceId) =>
      at(instanceId).runtime.start({
        processId: 'outer',
        instanceId,
        variables: { n: 1 },
        actorId: 'ann',
        commandId: randomUUID(),
      }),
    ),
  );
  // until nobody waits any more: a task, what the called process answers, the next task
  for (let done = 1; done > 0;) {
    done = 0;
    for (const { store, runtime } of shards) {
      while ((await runtime.runDueJobs()) > 0);
      const tasks = await query<{ id: string }>(store.em(), 'select id from open_task');
      done += tasks.length;
      // a task's id says which database knows it
      await Promise.all(
        tasks.map(({ id }) =>
          at(id.slice(0, id.lastIndexOf(':'))).runtime.complete({
            taskId: id,
            variables: {},
            actorId: 'ann',
            commandId: randomUUID(),
          }),
        ),
      );
    }
  }
  const found: { id: string; shard: number; parent: string | null }[] = [];
  for (const [shard, { store }] of shards.entries()) {
    const rows = await query<{ id: string; parent: string | null; status: string; took: readonly string[] }>(
      store.em(),
      `select i.id, i.parent_instance_id as parent, i.status,
         array(select element_id from history h where h.instance_id = i.id and type = 'leave' order by seq) as took
       from instance i`,
    );
    for (const { id, parent, status, took } of rows) {
      expect([status, ...took]).toEqual(
        parent === null
          ? ['completed', 'start', 'ask', 'call', 'tell', 'end']
          : ['completed', 'innerStart', 'check', 'innerEnd'],
      );
      found.push({ id, shard, parent });
    }
  }
  expect(found).toHaveLength(2 * INSTANCES);
  expect(new Set(found.map(({ id }) => id)).size).toBe(2 * INSTANCES);
  for (const { id, shard, parent } of found) {
    expect(shardOf(id)).toBe(shard);
    if (parent !== null) expect(shardOf(parent)).toBe(shard);
  }
  // and they are spread
  expect(new Set(found.map(({ shard }) => shard)).size).toBe(SHARDS);
});

const CALLING = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="defs" targetNamespace="urn:dealwright:test">
  <bpmn:process id="outer" name="Outer" isExecutable="true">
    <bpmn:startEvent id="start" /><bpmn:userTask id="ask" name="Ask" /><bpmn:callActivity id="call" calledElement="inner" />
    <bpmn:userTask id="tell" name="Tell" /><bpmn:endEvent id="end" />
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="ask" /><bpmn:sequenceFlow id="f2" sourceRef="ask" targetRef="call" />
    <bpmn:sequenceFlow id="f3" sourceRef="call" targetRef="tell" /><bpmn:sequenceFlow id="f4" sourceRef="tell" targetRef="end" />
  </bpmn:process>
  <bpmn:process id="inner" name="Inner" isExecutable="true">
    <bpmn:startEvent id="innerStart" /><bpmn:userTask id="check" name="Check" /><bpmn:endEvent id="innerEnd" />
    <bpmn:sequenceFlow id="g1" sourceRef="innerStart" targetRef="check" /><bpmn:sequenceFlow id="g2" sourceRef="check" targetRef="innerEnd" />
  </bpmn:process>
</bpmn:definitions>`;
