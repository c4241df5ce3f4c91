import { createEvaluator } from '../../../packages/expression/src/index.ts';
import { createRuntime } from '../../../packages/runtime/src/index.ts';
import { openStore, query } from '../../../packages/store/src/index.ts';
import { freshPostgresDatabase } from '../../freshPostgresDatabase.ts';
import { makePostgresServer } from '../../postgresServer.ts';
import type { Line } from '../Line.ts';
import { printLines } from '../printLines.ts';

const INSTANCES = 500;
const TASKS = 10;
const LIMIT = 8 * 1024;

/**
 * Bytes on disk, indexes included, of an instance that a person has taken through ten tasks, with its whole history;
 * after the tables were rewritten without dead rows.
 */
export async function measureBytes(): Promise<Line[]> {
  const server = await makePostgresServer();
  await server.start();
  const store = await openStore({ url: await freshPostgresDatabase(server.url), now: Date.now });
  try {
    let ids = 0;
    const newId = () => `01JD${String(++ids).padStart(22, '0')}`;
    const runtime = createRuntime({
      em: () => store.em(),
      now: Date.now,
      newId,
      assign: () => Promise.resolve({ assigneeId: '01JD0000000000000000000ANN', candidates: [] }),
      connectors: {},
      evaluator: createEvaluator(),
      serverId: 'bench',
    });
    await runtime.deploy({ xml: chain(), note: '', actorId: null });
    const size = async () => {
      await query(store.em(), 'vacuum full');
      const [row] = await query<{ bytes: number }>(store.em(), 'select pg_database_size(current_database()) as bytes');
      return row?.bytes ?? Number.NaN;
    };
    const before = await size();
    const actorId = '01JD0000000000000000000ANN';
    for (let at = 0; at < INSTANCES; at++) {
      const { instanceId } = await runtime.start({ processId: 'chain', variables: { amount: 100 }, actorId });
      let next = (
        await query<{ id: string }>(store.em(), 'select id from open_task where instance_id = $1', [instanceId])
      ).map(({ id }) => id);
      for (let task = next[0]; task; task = next[0]) {
        next = [
          ...(await runtime.complete({ taskId: task, variables: { note: 'done' }, actorId, commandId: newId() }))
            .nextTasks,
        ];
      }
    }
    const value = ((await size()) - before) / INSTANCES;
    return [
      {
        name: 'bytes-per-instance',
        value,
        unit: 'bytes',
        limit: LIMIT,
        ratio: value / LIMIT,
        goal: 1,
        holds: value <= LIMIT,
      },
    ];
  } finally {
    await store.close();
    await server.stop();
    await server.remove();
  }
}

function chain(): string {
  const ids = Array.from({ length: TASKS }, (_, at) => `task_${at}`);
  const nodes = ['start', ...ids, 'end'];
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="defs" targetNamespace="urn:dealwright:bench">
  <bpmn:process id="chain" name="Chain" isExecutable="true">
    <bpmn:startEvent id="start" />${ids.map((id) => `<bpmn:userTask id="${id}" name="${id}" />`).join('')}<bpmn:endEvent id="end" />
    ${nodes
      .slice(1)
      .map((to, at) => `<bpmn:sequenceFlow id="f${at}" sourceRef="${nodes[at]}" targetRef="${to}" />`)
      .join('')}
  </bpmn:process>
</bpmn:definitions>`;
}

if (import.meta.main) printLines(await measureBytes());
