import { performance } from 'node:perf_hooks';
import { query, type Store } from '../../../packages/store/src/index.ts';
import type { Line } from '../Line.ts';
import { belowLine, rateLine } from '../makeLine.ts';
import { median } from '../median.ts';
import { percentile } from '../percentile.ts';
import { printLines } from '../printLines.ts';
import { withPostgres } from '../withPostgres.ts';
import { benchRuntime } from './benchRuntime.ts';
import { completionBench } from './completionBench.ts';

const AT_ONCE = 100_000;
const A_SECOND = 1_000;
const SECONDS = 5;
const ROUNDS = 3;
const COMPLETIONS = 6_000;
const P99_MS = 100;

/** A timer for which nobody would wait in a test, and then a task, as a completion has one. */
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  id="defs" targetNamespace="urn:bench">
  <bpmn:process id="timed" isExecutable="true">
    <bpmn:startEvent id="start" /><bpmn:intermediateCatchEvent id="wait">
      <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1000D</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent><bpmn:userTask id="work" /><bpmn:endEvent id="end" />
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="wait" />
    <bpmn:sequenceFlow id="b" sourceRef="wait" targetRef="work" />
    <bpmn:sequenceFlow id="c" sourceRef="work" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`;

/**
 * Timers, fired by one server's worker on a PostgreSQL that syncs each commit to disk: 100,000 that are due at once,
 * beside completions that 64 callers share statements for in the same run; and 1,000 that fall due each second: how
 * long after that the step is committed. That each has fired once is looked up in the database, and is an error if not.
 */
export async function measureTimers(): Promise<Line[]> {
  return withPostgres(async ({ openStore }) => {
    const completions = await completionBench(await openStore(10));
    const completed = async () => (await completions.run(64, COMPLETIONS)).rate;
    const timers = await timerBench(await openStore(10));
    await completed();
    await timers.drain(2_000);
    const before = [await completed(), await completed()];
    const fired = await timers.drain(AT_ONCE);
    const after = [await completed(), await completed()];
    const lags: number[] = [];
    for (let round = 0; round < ROUNDS; round++) lags.push(await timers.lag());
    return [
      rateLine('timers-at-once', [fired], [median([...before, ...after])], 0.5),
      belowLine('timers-lag-p99', median(lags), 'ms', P99_MS),
    ];
  });
}

interface TimerBench {
  /** Fires that many timers, all due; answers how many a second. */
  drain(count: number): Promise<number>;
  /** Lets timers fall due for some seconds; answers the 99th percentile of how late they were done, in ms. */
  lag(): Promise<number>;
}

async function timerBench(store: Store): Promise<TimerBench> {
  let told: (instanceId: string) => void = () => {};
  const runtime = benchRuntime(store, {
    assign: () => Promise.resolve({ assigneeId: 'ann', candidates: [] }),
    onChange: ({ instanceId }) => told(instanceId),
    onError: (error) => console.error(error),
  });
  await runtime.deploy({ xml: XML, note: '', actorId: null });
  const { instanceId: model } = await runtime.start({ processId: 'timed', variables: {}, actorId: null });
  let made = 0;

  /** Copies of one instance that was really started, whose timers fall due one after another, so many ms apart. */
  const make = async (count: number, from: number, apart: number): Promise<string> => {
    const name = `copy${++made}-`;
    await copy(store, { model, name, count, from, apart });
    return name;
  };
  const run = async (count: number, on: (instanceId: string) => void): Promise<void> => {
    let left = count;
    const done = new Promise<void>((resolve) => {
      told = (instanceId) => {
        on(instanceId);
        if (--left === 0) resolve();
      };
    });
    const worker = runtime.startWorker();
    await done;
    await worker.stop();
  };
  return {
    async drain(count) {
      const name = await make(count, Date.now() - 1000, 0);
      const began = performance.now();
      await run(count, () => {});
      const seconds = (performance.now() - began) / 1000;
      await checkOnce(store, name, count);
      return count / seconds;
    },
    async lag() {
      const count = A_SECOND * SECONDS;
      const first = Date.now() + 3_000;
      const name = await make(count, first, 1000 / A_SECOND);
      const lags: number[] = [];
      await run(count, (instanceId) => {
        const due = first + (Number(instanceId.slice(name.length)) * 1000) / A_SECOND;
        lags.push(Date.now() - due);
      });
      await checkOnce(store, name, count);
      return percentile(lags, 0.99);
    },
  };
}

async function copy(
  store: Store,
  what: {
    readonly model: string;
    readonly name: string;
    readonly count: number;
    /** epoch milliseconds at which the first is due, and milliseconds between two */
    readonly from: number;
    readonly apart: number;
  },
): Promise<void> {
  const parameters = [what.model, what.name, what.count];
  const each = `from generate_series(0, $3::integer - 1) n`;
  await query(
    store.em(),
    `insert into instance (id, deployment_id, process_id, status, outcome, stage, state, revision, started_at)
     select $2 || n, deployment_id, process_id, status, outcome, stage, state, revision, started_at ${each},
       instance where id = $1`,
    parameters,
  );
  await query(
    store.em(),
    `insert into standing_token (instance_id, token, deployment_id, node_id, since)
     select $2 || n, token, deployment_id, node_id, since ${each}, standing_token where instance_id = $1`,
    parameters,
  );
  await query(
    store.em(),
    `insert into job (id, instance_id, process_id, token, kind, queue, priority, due_at, payload, max_attempts)
     select $2 || n || ':' || token, $2 || n, process_id, token, kind, queue, priority,
       to_timestamp($4::double precision / 1000 + n * $5::double precision / 1000), payload, max_attempts
     ${each}, job where instance_id = $1`,
    [...parameters, what.from, what.apart],
  );
  await store.maintain();
}

async function checkOnce(store: Store, name: string, count: number): Promise<void> {
  const like = [`${name}%`];
  const [found] = await query<Record<string, number>>(
    store.em(),
    `select (select count(*) from open_task where instance_id like $1) as tasks,
       (select count(*) from history where instance_id like $1 and type = 'leave') as left,
       (select count(distinct instance_id) from history where instance_id like $1 and type = 'leave') as instances,
       (select count(*) from job where instance_id like $1) as jobs,
       (select count(*) from incident) as incidents`,
    like,
  );
  const { tasks, left, instances, jobs, incidents } = found ?? {};
  if (tasks !== count || left !== count || instances !== count || jobs !== 0 || incidents !== 0) {
    throw new Error(`of ${count} timers not every one has fired once: ${JSON.stringify(found)}`);
  }
}

if (import.meta.main) printLines(await measureTimers());
