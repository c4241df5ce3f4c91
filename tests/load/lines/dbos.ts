import { DBOS } from '@dbos-inc/dbos-sdk';
import { query, type Store } from '../../../packages/store/src/index.ts';
import { freshPostgresDatabase } from '../../freshPostgresDatabase.ts';
import type { Line } from '../Line.ts';
import { rateLine } from '../makeLine.ts';
import { printLines } from '../printLines.ts';
import { withPostgres } from '../withPostgres.ts';
import { benchRuntime } from './benchRuntime.ts';
import { drive } from './completionBench.ts';

const STEPS = 10;
const TIMES = 10;
const CALLERS = [1, 16] as const;
const ROUNDS = 5;
/** instances a caller, so that a round takes about as long with few as with many */
const EACH = { ours: 120, dbos: 12 } as const;

/**
 * From the start to the end of an instance of ten automatic tasks, each of which counts a variable up, against a DBOS
 * workflow of ten steps that do the same; on one PostgreSQL that syncs each commit, in turns.
 *
 * What survives a crash differs. Here: one commit from a wait to the next, so the whole run of ten tasks with its
 * history or nothing of it; a crash in between runs them again. DBOS: the workflow's start, then the output of each
 * step before the next begins; a crash runs one step again. Work that must not be done twice is a service task here,
 * whose every call is a job with a commit of its own.
 */
export async function measureDbos(): Promise<Line[]> {
  console.log(
    'durable here: the ten tasks and their history in one commit. DBOS: the start, and the output of each step',
  );
  return withPostgres(async ({ url, openStore }) => {
    const ours = await openOurs(await openStore());
    const dbos = await openDbos(await freshPostgresDatabase(url));
    const lines: Line[] = [];
    for (const callers of CALLERS) {
      const rates = { ours: [] as number[], dbos: [] as number[] };
      for (let round = 0; round <= ROUNDS; round++) {
        const first = (await drive(callers, callers * EACH.ours, () => ours.run())).rate;
        const second = (await drive(callers, callers * EACH.dbos, () => dbos.run())).rate;
        // the first round warms up
        if (round === 0) continue;
        rates.ours.push(first);
        rates.dbos.push(second);
      }
      lines.push(rateLine(`instance-10-tasks-${callers}-callers`, rates.ours, rates.dbos, TIMES));
    }
    await ours.close();
    await dbos.close();
    return lines;
  });
}

interface Peer {
  /** one instance from its start to its end */
  run(): Promise<void>;
  /** sees that all are whole in the database, and ends */
  close(): Promise<void>;
}

async function openOurs(store: Store): Promise<Peer> {
  let ids = 0;
  const runtime = benchRuntime(store, { newId: () => `01JD${String(++ids).padStart(22, '0')}` });
  await runtime.deploy({ xml: chain(), note: '', actorId: null });
  let started = 0;
  return {
    async run() {
      started += 1;
      await runtime.start({ processId: 'chain', variables: { n: 0 }, actorId: null });
    },
    async close() {
      const [found] = await query<{ ended: number; left: number }>(
        store.em(),
        `select (select count(*) from instance where status = 'completed' and state::text like '%"n": 10%') as ended,
                (select count(*) from history where type = 'leave' and element_id like 'task%') as left`,
      );
      if (found?.ended !== started || found.left !== started * STEPS)
        throw new Error(`${started} instances left ${JSON.stringify(found)} in the database`);
    },
  };
}

/**
 * As its documentation has it in production: the system database on PostgreSQL with notifications, no traces; a
 * connection for each caller and some for its own work.
 */
async function openDbos(url: string): Promise<Peer> {
  const silent = () => {};
  DBOS.setConfig({
    name: 'bench',
    applicationVersion: '1',
    systemDatabaseUrl: url,
    systemDatabasePoolSize: 24,
    logger: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const workflow = DBOS.registerWorkflow(
    async (start: number) => {
      let n = start;
      for (let at = 0; at < STEPS; at++) n = await DBOS.runStep(() => Promise.resolve(n + 1), { name: `task${at}` });
      return n;
    },
    { name: 'chain' },
  );
  await DBOS.launch();
  return {
    async run() {
      if ((await workflow(0)) !== STEPS) throw new Error('a workflow did not end');
    },
    close: () => DBOS.shutdown(),
  };
}

function chain(): string {
  const ids = Array.from({ length: STEPS }, (_, at) => `task${at}`);
  const nodes = ['start', ...ids, 'end'];
  const tasks = ids.map(
    (id) =>
      `<bpmn:scriptTask id="${id}" scriptFormat="feel" dw:resultVariable="n"><bpmn:script>n + 1</bpmn:script></bpmn:scriptTask>`,
  );
  const flows = nodes
    .slice(1)
    .map((to, at) => `<bpmn:sequenceFlow id="f${at}" sourceRef="${nodes[at]}" targetRef="${to}" />`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:bpmn:1" id="defs" targetNamespace="urn:dealwright:bench">
  <bpmn:process id="chain" name="Chain" isExecutable="true">
    <bpmn:startEvent id="start" />${tasks.join('')}<bpmn:endEvent id="end" />
    ${flows.join('')}
  </bpmn:process>
</bpmn:definitions>`;
}

if (import.meta.main) printLines(await measureDbos());
