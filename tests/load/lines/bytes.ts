import { query } from '../../../packages/store/src/index.ts';
import type { Line } from '../Line.ts';
import { mostLine } from '../makeLine.ts';
import { printLines } from '../printLines.ts';
import { withPostgres } from '../withPostgres.ts';
import { benchRuntime } from './benchRuntime.ts';

const INSTANCES = 500;
const TASKS = 10;
const LIMIT = 8 * 1024;

/**
 * Bytes on disk, indexes included, of an instance that a person has taken through ten tasks, with its whole history;
 * after the tables were rewritten without dead rows.
 */
export async function measureBytes(): Promise<Line[]> {
  return withPostgres(async ({ openStore }) => {
    const store = await openStore();
    let ids = 0;
    const newId = () => `01JD${String(++ids).padStart(22, '0')}`;
    const actorId = '01JD0000000000000000000ANN';
    const assign = () => Promise.resolve({ assigneeId: actorId, candidates: [] });
    const runtime = benchRuntime(store, { newId, assign });
    await runtime.deploy({ xml: chain(), note: '', actorId: null });
    const size = async () => {
      await query(store.em(), 'vacuum full');
      const [row] = await query<{ bytes: number }>(store.em(), 'select pg_database_size(current_database()) as bytes');
      return row?.bytes ?? Number.NaN;
    };
    const before = await size();
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
    return [mostLine('bytes-per-instance', ((await size()) - before) / INSTANCES, 'bytes', LIMIT)];
  });
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
